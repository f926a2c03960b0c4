package dev.rapport.conversations;

/** A reply was written (it leaves when its time to be taken back is over). */
public record ConversationAnswered(ConversationId conversation, MessageId reply) {}
