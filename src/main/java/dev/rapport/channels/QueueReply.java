package dev.rapport.channels;

import dev.rapport.channels.spi.Reply;
import dev.rapport.shared.InboxId;

/**
 * Queues a reply for its channel.
 *
 * @param conversation the number of the conversation; its replies leave in their order
 * @param message the number of the message that the reply is
 */
public record QueueReply(InboxId inbox, long conversation, long message, Reply reply) {}
