package dev.rapport.conversations;

import dev.rapport.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Answers a conversation on its own channel and thread.
 *
 * @param author who of us writes; empty when a rule does
 * @param answering the message it answers; empty for the last one a customer said
 */
public record ReplyTo(
        ConversationId conversation,
        @Nullable UserId author,
        String text,
        @Nullable MessageId answering) {}
