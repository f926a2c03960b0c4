package dev.rapport.exchange.databases;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.rapport.shared.Hmac;
import dev.rapport.shared.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the rows of a query from its watermark on into a CSV. Rows at the watermark are read again each time, since others
 * may have joined them; those that are known by their HMAC are passed over.
 */
@Component
class ReadsRows {

    private static final int FETCHED = 1_000;
    private static final long MOST_LETTERS = 400_000_000;
    private static final int HASH_BYTES = 16;

    private final SecretKey key;

    ReadsRows(Keys keys) {
        this.key = keys.forSigning("exchange.databases.edge");
    }

    /**
     * Where reading begins and how much is read.
     *
     * @param most rows
     * @param seconds after which the statement is cut off
     */
    record Extent(@Nullable Watermark from, Set<String> edge, int most, int seconds) {}

    /**
     * Writes new rows into {@code file}.
     *
     * @throws DatabaseFailed when the query has no such columns
     */
    Reading into(Path file, Connection open, DatabaseKind kind, Intake intake, Extent extent) throws SQLException {
        try (PreparedStatement statement = open.prepareStatement(
                intake.select(kind, extent.from(), extent.most()),
                ResultSet.TYPE_FORWARD_ONLY,
                ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(FETCHED);
            statement.setQueryTimeout(extent.seconds());
            begin(statement, extent.from());
            try (ResultSet rows = statement.executeQuery();
                    CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
                return read(rows, csv, intake, extent);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void begin(PreparedStatement statement, @Nullable Watermark from) throws SQLException {
        if (from == null) {
            return;
        }
        from.type().write(statement, 1, from.value());
        if (from.key() != null && from.keyType() != null) {
            from.type().write(statement, 2, from.value());
            from.keyType().write(statement, 3, from.key());
        }
    }

    private Reading read(ResultSet rows, CsvWriter csv, Intake intake, Extent extent) throws SQLException {
        List<Cell> cells = cells(rows.getMetaData());
        Cell mark = cell(cells, intake.watermark());
        Cell tie = intake.key().isEmpty() ? null : cell(cells, intake.key());
        List<Cell> taken =
                cells.stream().filter(cell -> cell.type() != CellType.BYTES).toList();
        csv.writeRecord(taken.stream().map(Cell::name).toList());
        Edge edge = new Edge(extent.from(), extent.edge());
        Watermark last = null;
        long read = 0;
        long fresh = 0;
        long letters = 0;
        while (letters < MOST_LETTERS && rows.next()) {
            List<String> row = new ArrayList<>(taken.size());
            for (Cell cell : taken) {
                row.add(Objects.requireNonNullElse(cell.type().read(rows, cell.column()), ""));
            }
            last = new Watermark(
                    mark.type(),
                    Objects.requireNonNull(mark.type().read(rows, mark.column())),
                    tie == null ? null : tie.type(),
                    tie == null ? null : tie.type().read(rows, tie.column()));
            if (edge.isNew(last.value(), hash(row))) {
                csv.writeRecord(row);
                fresh++;
            }
            read++;
            letters += row.stream().mapToLong(String::length).sum();
        }
        boolean isFull = read >= extent.most() || letters >= MOST_LETTERS;
        return new Reading(taken.stream().map(Cell::name).toList(), fresh, end(last, isFull), edge.hashes(), isFull);
    }

    /** Only where there is more does the next reading begin in the middle of a watermark. */
    private static @Nullable Watermark end(@Nullable Watermark last, boolean isFull) {
        return last == null || isFull ? last : new Watermark(last.type(), last.value(), null, null);
    }

    private String hash(List<String> row) {
        byte[] all = Hmac.sha256(key, String.join("\u001f", row).getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(all, HASH_BYTES));
    }

    private static List<Cell> cells(ResultSetMetaData data) throws SQLException {
        List<Cell> cells = new ArrayList<>();
        for (int column = 1; column <= data.getColumnCount(); column++) {
            String name = data.getColumnLabel(column);
            if (name == null || name.isBlank() || name.equals("?column?")) {
                throw Trouble.NO_NAME.failed(Integer.toString(column));
            }
            cells.add(new Cell(column, name, CellType.of(data.getColumnType(column), data.getColumnTypeName(column))));
        }
        return cells;
    }

    /** By its exact name, else by the name in whatever case. */
    private static Cell cell(List<Cell> cells, String name) {
        return cells.stream()
                .filter(cell -> cell.name().equals(name) && cell.type().isOrdered())
                .findFirst()
                .or(() -> cells.stream()
                        .filter(cell -> cell.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))
                                && cell.type().isOrdered())
                        .findFirst())
                .orElseThrow(() -> Trouble.NO_WATERMARK.failed(
                        name, String.join(", ", cells.stream().map(Cell::name).toList())));
    }

    private record Cell(int column, String name, CellType type) {}
}
