package dev.rapport.desk.purchases;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended.
 *
 * @param key the moment or day the list is in order of, as ISO writes it
 * @param id of the last row
 */
public record PageEnd(String key, long id) {

    /** The end of a page of purchases, which are in order of moments; null when it is none. */
    static @Nullable PageEnd ofMoment(String text) {
        PageEnd end = parse(text);
        try {
            return end == null ? null : new PageEnd(Instant.parse(end.key).toString(), end.id);
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** The end of a page of contracts, which are in order of days; null when it is none. */
    static @Nullable PageEnd ofDay(String text) {
        PageEnd end = parse(text);
        try {
            return end == null ? null : new PageEnd(LocalDate.parse(end.key).toString(), end.id);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static @Nullable PageEnd parse(String text) {
        int at = text.lastIndexOf('_');
        return at < 0 || !text.substring(at + 1).matches("\\d{1,18}")
                ? null
                : new PageEnd(text.substring(0, at), Long.parseLong(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return key + "_" + id;
    }
}
