package dev.rapport.conversations;

import dev.rapport.shared.Id;

/** A message: one thing somebody said, across its revisions. */
public record MessageId(long value) implements Id {

    public static MessageId of(Long value) {
        return new MessageId(value);
    }
}
