package dev.rapport.conversations;

import dev.rapport.shared.Id;

/** A conversation: one thread in one inbox, for ever. */
public record ConversationId(long value) implements Id {

    public static ConversationId of(Long value) {
        return new ConversationId(value);
    }
}
