package dev.rapport.cases.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** For how long a case is put aside, as people say it. */
enum SnoozeFor {
    HOUR,
    TOMORROW,
    MONDAY,
    WEEK;

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** When that is over, in the user's zone. */
    Instant from(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        return switch (this) {
            case HOUR -> now.plus(Duration.ofHours(1));
            case TOMORROW -> local.plusDays(1).with(MORNING).toInstant();
            case MONDAY ->
                local.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                        .with(MORNING)
                        .toInstant();
            case WEEK -> local.plusWeeks(1).toInstant();
        };
    }
}
