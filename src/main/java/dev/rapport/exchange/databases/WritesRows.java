package dev.rapport.exchange.databases;

import dev.rapport.exchange.Exports;
import dev.rapport.exchange.spi.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an export into a table of theirs, 500 rows a transaction: a row that is there is changed, one that is not is added.
 * When a batch is refused its rows are written one by one, so that the good ones arrive.
 */
@Component
class WritesRows {

    private static final int BATCH = 500;
    private static final int SECONDS = 300;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DatabaseConnections connections;
    private final Exports exports;

    WritesRows(DatabaseConnections connections, Exports exports) {
        this.connections = connections;
        this.exports = exports;
    }

    /** How many rows were written and how many refused, with the first reason. */
    record Written(long rows, long refused, @Nullable Reason first) {}

    Written write(WriteBack plan, Database database) {
        return connections.writing(database, open -> {
            TheirTables.Table table = TheirTables.of(open, plan.table());
            try (Writing writing = new Writing(open, database.kind(), plan, table)) {
                exports.hand(plan.kind(), "database " + database.id().value(), writing::take);
                writing.flush();
                return writing.written();
            } catch (Interrupted interrupted) {
                throw interrupted.failure;
            }
        });
    }

    private static String text(Object value) {
        return switch (value) {
            case Collection<?> many -> many.stream().map(String::valueOf).collect(Collectors.joining("|"));
            case Map<?, ?> map -> JSON.writeValueAsString(map);
            default -> value.toString();
        };
    }

    /** A failure of their database on its way through the export. */
    private static final class Interrupted extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient SQLException failure;

        private Interrupted(SQLException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    /** One run: two statements and the rows that wait for them. */
    private static final class Writing implements AutoCloseable {

        private final Connection open;
        private final Map<String, CellType> types;
        private final Map<String, String> fields = new LinkedHashMap<>();
        private final List<String> settled;
        private final List<String> keys;
        private final PreparedStatement update;
        private final PreparedStatement insert;
        private final List<Map<String, Object>> waiting = new ArrayList<>();
        private long rows;
        private long refused;
        private @Nullable Reason first;

        private Writing(Connection open, DatabaseKind kind, WriteBack plan, TheirTables.Table table)
                throws SQLException {
            this.open = open;
            this.types = table.columns();
            plan.columns().forEach((field, column) -> {
                if (!types.containsKey(column)) {
                    throw Trouble.NO_COLUMN.failed(column);
                }
                fields.put(column, field);
            });
            this.keys = plan.keys();
            this.settled = fields.keySet().stream()
                    .filter(column -> !keys.contains(column))
                    .toList();
            String name = table.quoted(kind);
            this.update = prepared(
                    "update " + name + " set " + each(kind, settled, ", ") + " where " + each(kind, keys, " and "));
            this.insert = prepared("insert into " + name + " ("
                    + fields.keySet().stream().map(kind::quoted).collect(Collectors.joining(", ")) + ") values ("
                    + fields.keySet().stream().map(column -> "?").collect(Collectors.joining(", ")) + ")");
        }

        private PreparedStatement prepared(String text) throws SQLException {
            PreparedStatement statement = open.prepareStatement(text);
            statement.setQueryTimeout(SECONDS);
            return statement;
        }

        private static String each(DatabaseKind kind, List<String> columns, String between) {
            return columns.stream().map(column -> kind.quoted(column) + " = ?").collect(Collectors.joining(between));
        }

        private void take(Map<String, Object> row) {
            waiting.add(row);
            if (waiting.size() == BATCH) {
                flush();
            }
        }

        /** Writes what waits, in one transaction. */
        private void flush() {
            try {
                if (!isTakenTogether()) {
                    open.rollback();
                    oneByOne();
                }
                open.commit();
                waiting.clear();
            } catch (SQLException failure) {
                throw new Interrupted(failure);
            }
        }

        /** What one row is refused for is told for the whole batch, by each driver in its own way. */
        private boolean isTakenTogether() throws SQLException {
            try {
                together();
                return true;
            } catch (IllegalArgumentException unfit) {
                return false;
            } catch (SQLException refusal) {
                if (Trouble.isLost(refusal)) {
                    throw refusal;
                }
                return false;
            }
        }

        private void together() throws SQLException {
            if (waiting.isEmpty()) {
                return;
            }
            update.clearBatch();
            insert.clearBatch();
            if (!waiting.stream().allMatch(this::isKnown)) {
                throw new IllegalArgumentException("a row without a key");
            }
            for (Map<String, Object> row : waiting) {
                fill(update, row, true);
                update.addBatch();
            }
            int[] changed = update.executeBatch();
            int missing = 0;
            for (int i = 0; i < changed.length; i++) {
                if (changed[i] == 0) {
                    fill(insert, waiting.get(i), false);
                    insert.addBatch();
                    missing++;
                }
            }
            if (missing > 0) {
                insert.executeBatch();
            }
            rows += waiting.size();
        }

        private void oneByOne() throws SQLException {
            update.clearBatch();
            insert.clearBatch();
            for (Map<String, Object> row : waiting) {
                if (!isKnown(row)) {
                    refuse(Trouble.NO_KEY.reason());
                    continue;
                }
                Savepoint before = open.setSavepoint();
                try {
                    fill(update, row, true);
                    if (update.executeUpdate() == 0) {
                        fill(insert, row, false);
                        insert.executeUpdate();
                    }
                    rows++;
                } catch (IllegalArgumentException unfit) {
                    refuse(Trouble.UNFIT.reason());
                } catch (SQLException refusal) {
                    if (Trouble.isLost(refusal)) {
                        throw refusal;
                    }
                    open.rollback(before);
                    refuse(Trouble.SAID.reason(withoutValues(Trouble.firstLine(refusal))));
                }
            }
        }

        /** Nothing equals null in SQL: such a row would be added again each time. */
        private boolean isKnown(Map<String, Object> row) {
            return keys.stream().allMatch(key -> row.get(Objects.requireNonNull(fields.get(key))) != null);
        }

        private void refuse(Reason why) {
            refused++;
            if (first == null) {
                first = why;
            }
        }

        /** What stands between quotes may be what a customer said; it is not kept. */
        private static String withoutValues(String said) {
            return said.replaceAll("'[^']*'", "'…'").replaceAll("(: )\"[^\"]*\"", "$1\"…\"");
        }

        /** An update names what it changes first, then what it is known by. */
        private void fill(PreparedStatement statement, Map<String, Object> row, boolean isUpdate) throws SQLException {
            List<String> order = new ArrayList<>(isUpdate ? settled : fields.keySet());
            if (isUpdate) {
                order.addAll(keys);
            }
            for (int i = 0; i < order.size(); i++) {
                Object value = row.get(Objects.requireNonNull(fields.get(order.get(i))));
                if (value == null) {
                    statement.setNull(i + 1, Types.NULL);
                } else {
                    Objects.requireNonNull(types.get(order.get(i))).write(statement, i + 1, text(value));
                }
            }
        }

        private Written written() {
            return new Written(rows, refused, first);
        }

        @Override
        public void close() throws SQLException {
            update.close();
            insert.close();
        }
    }
}
