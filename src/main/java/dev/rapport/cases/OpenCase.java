package dev.rapport.cases;

import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.TeamId;
import dev.rapport.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Opens a case for a conversation that has none in work.
 *
 * @param message what it is about and named after; empty for the last message
 * @param rule the rule that asks for it; empty when a user does
 * @param by the user who asks for it; empty when a rule does
 * @param why in words: the rule's name, or the user's own
 * @param replyWithin minutes within which a reply is promised
 */
public record OpenCase(
        ConversationId conversation,
        @Nullable MessageId message,
        @Nullable RuleId rule,
        @Nullable UserId by,
        String why,
        @Nullable TeamId team,
        @Nullable UserId assignee,
        int priority,
        int urgency,
        @Nullable Integer replyWithin) {

    /** By hand, for whoever opens it. */
    public static OpenCase byHand(ConversationId conversation, @Nullable UserId by, String why) {
        return new OpenCase(conversation, null, null, by, why, null, by, 0, 0, null);
    }
}
