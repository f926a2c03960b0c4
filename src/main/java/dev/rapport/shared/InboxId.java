package dev.rapport.shared;

/** An inbox: one connected place. */
public record InboxId(long value) implements Id {

    public static InboxId of(Long value) {
        return new InboxId(value);
    }
}
