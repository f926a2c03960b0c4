package dev.rapport.desk.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DueTests {

    private static final Instant NOON = Instant.parse("2026-11-12T12:00:00Z");

    @Test
    void promiseWithinTheHourIsCountedInMinutes() {
        assertThat(in(Duration.ofMinutes(18))).isEqualTo(new Due("due.soon", 18L, "soon"));
    }

    @Test
    void brokenPromiseSaysHowLate() {
        assertThat(in(Duration.ofMinutes(-42))).isEqualTo(new Due("due.late.minutes", 42L, "late"));
        assertThat(in(Duration.ofHours(-5))).isEqualTo(new Due("due.late.hours", 5L, "late"));
        assertThat(in(Duration.ofDays(-3))).isEqualTo(new Due("due.late.days", 3L, "late"));
    }

    @Test
    void laterOneSaysWhen() {
        assertThat(in(Duration.ofHours(3))).isEqualTo(new Due("due.today", "15:00", ""));
        assertThat(in(Duration.ofHours(20))).isEqualTo(new Due("due.tomorrow", "08:00", ""));
        assertThat(in(Duration.ofDays(4)).key()).isEqualTo("due.day");
    }

    private static Due in(Duration left) {
        return Due.of(NOON.plus(left), NOON, ZoneOffset.UTC, Locale.ENGLISH);
    }
}
