package dev.rapport.exchange.files;

import java.util.List;
import java.util.Locale;

/**
 * The first line of a CSV.
 *
 * @param line as it is written
 * @param names of the columns, as they are written
 * @param columns the keys of these names
 */
public record Head(String line, char separator, List<String> names, List<String> columns) {

    /** What a column is known by, however its name is written: in lower case, spaces and hyphens as underscores. */
    public static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }
}
