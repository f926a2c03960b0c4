package dev.rapport.channels;

import dev.rapport.shared.Id;

/** An inbox: one connected place. */
public record InboxId(long value) implements Id {

    public static InboxId of(Long value) {
        return new InboxId(value);
    }
}
