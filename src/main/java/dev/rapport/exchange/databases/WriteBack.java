package dev.rapport.exchange.databases;

import dev.rapport.exchange.CannotSave;
import java.util.List;
import java.util.Map;

/**
 * An export that is written into a table of theirs: rows that are there are changed, others added, none removed.
 *
 * @param kind of the export
 * @param table as their database lists it, with its schema where there are schemas
 * @param columns our field to the column it is written into
 * @param keys those of the columns by which a row is known again
 */
public record WriteBack(String kind, String table, Map<String, String> columns, List<String> keys) implements Plan {

    /** At least one column to know a row by and one to change. */
    WriteBack checked() {
        if (table.isBlank()) {
            throw new CannotSave("table", "exchange.write-back.problem.table");
        }
        if (keys.isEmpty() || !columns.values().containsAll(keys)) {
            throw new CannotSave("keys", "exchange.write-back.problem.keys");
        }
        if (columns.values().stream().distinct().count() != columns.size()) {
            throw new CannotSave("keys", "exchange.write-back.problem.twice");
        }
        if (columns.size() == keys.size()) {
            throw new CannotSave("keys", "exchange.write-back.problem.nothing");
        }
        return this;
    }
}
