package dev.rapport.channels;

import dev.rapport.shared.InboxId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply's way, for whoever waits for it.
 *
 * @param leavesAt not before then; until then it can be taken back for certain
 * @param isForPerson nobody but a person can say whether it arrived
 * @param why what hinders it, in words
 */
public record QueuedReply(
        UUID key,
        InboxId inbox,
        long conversation,
        long message,
        ReplyState state,
        Instant leavesAt,
        int tries,
        boolean isForPerson,
        @Nullable String why,
        @Nullable Instant sentAt) {}
