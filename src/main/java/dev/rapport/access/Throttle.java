package dev.rapport.access;

import java.time.Duration;

/**
 * How long somebody has to wait after so many failures: a few are free, then the wait doubles up to a limit.
 *
 * @param free how many failures cost nothing
 * @param longest the limit
 */
record Throttle(int free, Duration longest) {

    /** For one account: people mistype, machines guess. */
    static final Throttle ACCOUNT = new Throttle(4, Duration.ofMinutes(15));

    /** For one network address: many colleagues may share it. */
    static final Throttle ADDRESS = new Throttle(30, Duration.ofMinutes(15));

    Duration waitAfter(int failures) {
        int costly = failures - free;
        if (costly <= 0) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(costly, 20));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
