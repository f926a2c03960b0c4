package dev.rapport.desk.words;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended, so that the next one begins there whatever has come since.
 *
 * @param due the due order of the last row in microseconds since 1970, {@link Long#MAX_VALUE} for none
 * @param newness of the last row: of worklists the column, of conversations and messages the same kind of microseconds
 * @param id of the last row
 */
public record Place(long due, long newness, long id) {

    private static final String NEVER = "infinity";

    public static Optional<Place> parse(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,19}\\.\\d{1,19}\\.\\d{1,18}")) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.");
        try {
            return Optional.of(new Place(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    public static Place of(@Nullable Instant due, long newness, long id) {
        return new Place(due == null ? Long.MAX_VALUE : micros(due), newness, id);
    }

    /** The due order as PostgreSQL reads it. */
    public String dueOrder() {
        return due == Long.MAX_VALUE ? NEVER : instant(due).toString();
    }

    public Instant moment() {
        return instant(newness);
    }

    public static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    @Override
    public String toString() {
        return due + "." + newness + "." + id;
    }
}
