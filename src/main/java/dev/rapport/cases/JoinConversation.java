package dev.rapport.cases;

import dev.rapport.conversations.ConversationId;
import dev.rapport.shared.UserId;

/** Makes a conversation part of another conversation's case. */
public record JoinConversation(ConversationId conversation, CaseId to, UserId by) {}
