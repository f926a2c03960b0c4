package dev.rapport.exchange.databases;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When something happens again.
 *
 * @param hour of the day, in {@code zone}; of no meaning unless it is daily
 */
public record Schedule(Every every, int hour, ZoneId zone) {

    /** How often. */
    public enum Every {
        FIVE_MINUTES,
        HOUR,
        DAY,
        /** Only when somebody asks for it. */
        OFF
    }

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(2);
    private static final int LONGEST_DOUBLING = 8;

    /** The next time after one that went well; none without a schedule. */
    @Nullable
    Instant after(Instant now) {
        return switch (every) {
            case FIVE_MINUTES -> now.plus(Duration.ofMinutes(5));
            case HOUR -> now.plus(Duration.ofHours(1));
            case DAY -> daily(now.atZone(zone));
            case OFF -> null;
        };
    }

    /** The next try after so many failures one after the other: sooner first, then ever later. */
    @Nullable
    Instant afterFailure(Instant now, int failures) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, LONGEST_DOUBLING));
        return every == Every.OFF ? null : now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }

    private Instant daily(ZonedDateTime now) {
        ZonedDateTime today = now.truncatedTo(ChronoUnit.DAYS).withHour(hour);
        return (today.isAfter(now) ? today : today.plusDays(1).withHour(hour)).toInstant();
    }
}
