package dev.rapport.channels;

import dev.rapport.channels.spi.Reply;
import java.time.Instant;
import java.util.UUID;

/** A reply while somebody works on it. */
record ClaimedReply(
        InboxId inbox, long conversation, long message, Reply reply, int tries, int looks, Instant queuedAt) {

    UUID key() {
        return reply.key();
    }
}
