package dev.rapport.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimesTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Times english = times(Locale.ENGLISH, "UTC");

    @Test
    void withinAMinuteIsNow() {
        assertThat(english.ago(NOW.minusSeconds(59))).isEqualTo("now");
    }

    @Test
    void minutesThenHoursThenTheDay() {
        assertThat(english.ago(NOW.minusSeconds(47 * 60))).isEqualTo("47 min");
        assertThat(english.ago(NOW.minusSeconds(3 * 3600))).isEqualTo("3 h");
        assertThat(english.ago(Instant.parse("2026-02-20T10:00:00Z"))).isEqualTo("20 Feb");
        assertThat(english.ago(Instant.parse("2014-02-20T10:00:00Z"))).isEqualTo("20 Feb 2014");
    }

    @Test
    void whatIsToComeIsIn() {
        assertThat(english.ago(NOW.plusSeconds(18 * 60))).isEqualTo("in 18 min");
    }

    @Test
    void timeAloneIsToday() {
        assertThat(english.at(Instant.parse("2026-03-01T09:05:00Z"))).isEqualTo("09:05");
        assertThat(english.at(Instant.parse("2026-02-28T09:05:00Z"))).isEqualTo("28 Feb, 09:05");
    }

    @Test
    void todayIsTheReadersToday() {
        assertThat(times(Locale.FRENCH, "Pacific/Auckland").at(NOW.minusSeconds(3 * 3600)))
                .isEqualTo("1 mars à 22:00");
    }

    private static Times times(Locale language, String zone) {
        return new Times(new Texts(), language, ZoneId.of(zone), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
