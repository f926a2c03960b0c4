package dev.rapport.cases;

import dev.rapport.conversations.ConversationId;
import dev.rapport.shared.UserId;

/** Writes a note for colleagues beside a conversation. {@code @} before a user's or team's name tells them. */
public record WriteNote(ConversationId conversation, UserId author, String words) {}
