package dev.rapport.commerce;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When something was bought: a moment, or a day of which the source tells no time.
 *
 * @param at the moment; of a day its first one in UTC
 * @param on the day, when that is all that is known
 */
public record Bought(Instant at, @Nullable LocalDate on) {

    public static Bought at(Instant moment) {
        return new Bought(moment, null);
    }

    public static Bought on(LocalDate day) {
        return new Bought(day.atStartOfDay(ZoneOffset.UTC).toInstant(), day);
    }

    /** The day, in UTC when a moment is known. */
    public LocalDate day() {
        return on == null ? at.atOffset(ZoneOffset.UTC).toLocalDate() : on;
    }
}
