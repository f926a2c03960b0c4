package dev.rapport.channels;

import java.time.Duration;
import java.time.Instant;

/** How long to wait before something is tried again. */
final class Waiting {

    private static final Duration SHORTEST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private Waiting() {}

    /** After the {@code tries}th failure: 15 s, twice as long each time, half an hour at most. */
    static Duration after(int tries) {
        Duration doubled = SHORTEST.multipliedBy(1L << Math.clamp(tries - 1L, 0, 10));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    /** Until a time that the other side named, a day at most. */
    static Duration until(Instant until, Instant now) {
        Duration left = Duration.between(now, until);
        return left.isNegative() ? Duration.ZERO : left.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1) : left;
    }

    static Duration longest() {
        return LONGEST;
    }
}
