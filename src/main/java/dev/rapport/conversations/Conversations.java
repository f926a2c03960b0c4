package dev.rapport.conversations;

import java.util.Optional;

/** Everything said, as said, and our answers to it. */
public interface Conversations {

    /**
     * Writes a reply and queues it for its channel in the caller's transaction. It leaves after the time in which it can be
     * taken back.
     *
     * @return the reply as a message
     * @throws CannotReply when the channel cannot, the conversation was deleted by its author, or the text is empty or too long
     */
    MessageId reply(ReplyTo command);

    /**
     * Takes a reply back that has not left yet.
     *
     * @return its text, for the composer, or empty when it has left already
     */
    Optional<String> takeBack(MessageId reply);

    /** Says that a conversation needs no answer. */
    void needsNoAnswer(ConversationId conversation);
}
