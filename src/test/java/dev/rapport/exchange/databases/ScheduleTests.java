package dev.rapport.exchange.databases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.exchange.databases.Schedule.Every;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ScheduleTests {

    private static final Instant NOON = Instant.parse("2026-03-28T12:00:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void dailyIsTheNextTimeThatHourComesWhereWhoSetItUpLives() {
        assertThat(new Schedule(Every.DAY, 15, PARIS).after(NOON)).isEqualTo("2026-03-28T14:00:00Z");
        assertThat(new Schedule(Every.DAY, 3, PARIS).after(NOON)).isEqualTo("2026-03-29T01:00:00Z");
        assertThat(new Schedule(Every.DAY, 13, PARIS).after(NOON)).isEqualTo("2026-03-29T11:00:00Z");
    }

    @Test
    void failuresAreTriedAgainEverLaterUpToTwoHours() {
        Schedule hourly = new Schedule(Every.HOUR, 0, PARIS);

        assertThat(hourly.afterFailure(NOON, 1)).isEqualTo(NOON.plus(Duration.ofMinutes(1)));
        assertThat(hourly.afterFailure(NOON, 4)).isEqualTo(NOON.plus(Duration.ofMinutes(8)));
        assertThat(hourly.afterFailure(NOON, 100)).isEqualTo(NOON.plus(Duration.ofHours(2)));
    }

    @Test
    void withoutAScheduleNothingHappensByItself() {
        Schedule off = new Schedule(Every.OFF, 0, PARIS);

        assertThat(off.after(NOON)).isNull();
        assertThat(off.afterFailure(NOON, 1)).isNull();
    }
}
