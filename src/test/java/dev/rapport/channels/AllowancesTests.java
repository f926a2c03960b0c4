package dev.rapport.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AllowancesTests {

    private Instant now = Instant.parse("2026-11-02T09:00:00Z");

    private final Allowances two = new Allowances(2, Duration.ofMinutes(1), new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void eachKeyHasItsOwn() {
        assertThat(two.take("a")).isTrue();
        assertThat(two.take("a")).isTrue();
        assertThat(two.take("a")).isFalse();
        assertThat(two.hasLeft("a")).isFalse();
        assertThat(two.take("b")).isTrue();
    }

    @Test
    void itFillsUpEvenly() {
        two.take("a");
        two.take("a");
        now = now.plusSeconds(29);
        assertThat(two.take("a")).isFalse();
        now = now.plusSeconds(2);
        assertThat(two.take("a")).isTrue();
        assertThat(two.take("a")).isFalse();
    }
}
