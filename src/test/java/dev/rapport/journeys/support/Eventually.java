package dev.rapport.journeys.support;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.assertj.core.api.Assertions;

/** Waits for what happens outside the browser. */
public final class Eventually {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long GLANCE_MILLIS = 20;

    private Eventually() {}

    /** Asks again and again until it is so; says what it waited for when it never is. */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                Assertions.fail("It has not come to pass in " + LIMIT + ": " + what);
            }
            Thread.sleep(GLANCE_MILLIS);
        }
    }
}
