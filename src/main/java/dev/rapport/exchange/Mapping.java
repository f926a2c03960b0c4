package dev.rapport.exchange;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which of our fields the columns of a file feed.
 *
 * @param columns the key of their column to our field; empty for a column that is left out
 * @param constants our field to what it says on lines that say nothing for it
 * @param dates how days are written
 */
public record Mapping(Map<String, String> columns, Map<String, String> constants, DateOrder dates) {

    static final Mapping NONE = new Mapping(Map.of(), Map.of(), DateOrder.AS_WRITTEN);

    /** This one, and what {@code other} says of columns and dates of which this one says nothing. */
    Mapping over(Mapping other) {
        Map<String, String> both = new LinkedHashMap<>(columns);
        other.columns.forEach(both::putIfAbsent);
        return new Mapping(both, constants, dates == DateOrder.AS_WRITTEN ? other.dates : dates);
    }

    /** The field that a column feeds, empty when it is left out or was never heard of. */
    public String field(String column) {
        return columns.getOrDefault(column, "");
    }

    public String constant(String field) {
        return constants.getOrDefault(field, "");
    }
}
