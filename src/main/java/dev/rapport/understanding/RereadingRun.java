package dev.rapport.understanding;

import dev.rapport.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * History read again in the background: how far it is.
 *
 * @param since what was said from then on is read
 * @param stopAsked somebody wants it to stop; it does so after the part it is at
 * @param said how many messages there were to read
 * @param read how many of them were
 * @param changed how many of those mean something else now
 * @param why why it failed
 */
public record RereadingRun(
        RereadingId id,
        Instant since,
        State state,
        boolean stopAsked,
        long said,
        long read,
        long changed,
        @Nullable String why,
        UserId startedBy,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** Where it stands. */
    public enum State {
        RUNNING,
        STOPPED,
        FAILED,
        DONE
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    public boolean canBeResumed() {
        return state == State.STOPPED || state == State.FAILED;
    }

    /** How much of it is done, 0 to 1. */
    public double share() {
        return state == State.DONE ? 1 : said == 0 ? 0 : Math.min(1, read / (double) said);
    }
}
