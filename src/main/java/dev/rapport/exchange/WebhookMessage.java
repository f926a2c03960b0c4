package dev.rapport.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing another system is told.
 *
 * @param status what it answered last
 * @param dueAt when it is tried next, while it waits
 */
public record WebhookMessage(
        UUID id,
        String event,
        State state,
        int tries,
        @Nullable Integer status,
        @Nullable String why,
        Instant madeAt,
        Instant dueAt) {

    /** What became of it. */
    public enum State {
        WAITING,
        SENT,
        /** Tried for three days in vain, or the other system wants it no more. */
        DEAD
    }
}
