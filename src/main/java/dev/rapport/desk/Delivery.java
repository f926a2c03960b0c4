package dev.rapport.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a reply.
 *
 * @param state as the outbox knows it
 * @param leavesAt when it leaves, while it can be taken back
 * @param why in words, when it was refused or is unsure
 */
public record Delivery(
        State state, Instant leavesAt, @Nullable String why) {

    /** The outbox's states. */
    public enum State {
        QUEUED,
        SENDING,
        SENT,
        UNSURE,
        PENDING,
        REFUSED,
        TAKEN_BACK;

        public String key() {
            return "delivery." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean canBeTakenBack() {
        return state == State.QUEUED;
    }

    /** Whether it has not arrived yet and may still. */
    public boolean isUnderWay() {
        return state == State.QUEUED || state == State.PENDING;
    }

    public boolean isTrouble() {
        return state == State.UNSURE || state == State.REFUSED;
    }
}
