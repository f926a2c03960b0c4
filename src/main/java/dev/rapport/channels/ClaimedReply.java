package dev.rapport.channels;

import dev.rapport.channels.spi.Reply;
import dev.rapport.shared.InboxId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply while somebody works on it.
 *
 * @param unsureAt since when nobody knows whether it arrived
 */
record ClaimedReply(
        InboxId inbox,
        long conversation,
        long message,
        Reply reply,
        int tries,
        int looks,
        Instant queuedAt,
        @Nullable Instant unsureAt) {

    UUID key() {
        return reply.key();
    }
}
