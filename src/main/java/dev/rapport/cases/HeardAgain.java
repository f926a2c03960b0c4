package dev.rapport.cases;

import dev.rapport.conversations.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer said something more where a case is known.
 *
 * @param message the first one, which opens the case again
 * @param replyWithin minutes within which a matching rule promises a reply; empty when none matched
 */
record HeardAgain(
        CaseId id,
        MessageId message,
        int urgency,
        int priority,
        @Nullable Integer replyWithin,
        Instant saidAt) {

    /** Two messages for one case, taken as one. */
    HeardAgain and(HeardAgain later) {
        return new HeardAgain(
                id,
                message,
                Math.max(urgency, later.urgency),
                Math.max(priority, later.priority),
                sooner(replyWithin, later.replyWithin),
                saidAt.isAfter(later.saidAt) ? saidAt : later.saidAt);
    }

    static @Nullable Integer sooner(@Nullable Integer one, @Nullable Integer other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.min(one, other);
    }
}
