package dev.rapport.cases;

import dev.rapport.conversations.ConversationId;
import dev.rapport.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Makes a conversation part of another conversation's case. */
public record JoinConversation(
        ConversationId conversation, CaseId to, @Nullable UserId by) {}
