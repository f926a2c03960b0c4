package dev.rapport.postgres;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits, generously, for what another process does. */
final class Eventually {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Eventually() {}

    static void until(BooleanSupplier condition) throws InterruptedException {
        Instant giveUp = Instant.now().plus(LIMIT);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(giveUp)) {
                fail("It has not come to pass in " + LIMIT);
            }
            Thread.sleep(50);
        }
    }
}
