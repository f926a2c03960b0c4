package dev.rapport.cases;

import dev.rapport.conversations.ConversationId;
import dev.rapport.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Writes a note for colleagues beside a conversation. {@code @} before a user's or team's name tells them. */
public record WriteNote(
        ConversationId conversation, @Nullable UserId author, String words) {

    public static final int LONGEST = 20_000;
}
