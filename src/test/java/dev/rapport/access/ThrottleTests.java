package dev.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTests {

    private final Throttle throttle = new Throttle(4, Duration.ofMinutes(15));

    @Test
    void fewMistakesCostNothing() {
        assertThat(throttle.waitAfter(4)).isZero();
    }

    @Test
    void waitDoublesWithEachFurtherFailure() {
        assertThat(throttle.waitAfter(5)).isEqualTo(Duration.ofSeconds(2));
        assertThat(throttle.waitAfter(8)).isEqualTo(Duration.ofSeconds(16));
    }

    @Test
    void waitHasALimit() {
        assertThat(throttle.waitAfter(1_000_000)).isEqualTo(Duration.ofMinutes(15));
    }
}
