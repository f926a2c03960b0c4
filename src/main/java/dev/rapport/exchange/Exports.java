package dev.rapport.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.rapport.access.Audit;
import dev.rapport.exchange.spi.ExportSource;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what modules hold into files that can be imported again: NDJSON or CSV, packed when the name ends in .gz. Each is
 * noted in the audit trail before its first row leaves.
 */
@Service
public class Exports {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectProvider<ExportSource> sources;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Exports(ObjectProvider<ExportSource> sources, Audit audit, TransactionTemplate transaction) {
        this.sources = sources;
        this.audit = audit;
        this.transaction = transaction;
    }

    public List<String> kinds() {
        return sources.stream().map(ExportSource::kind).sorted().toList();
    }

    /**
     * Writes a new file.
     *
     * @return how many rows it has
     * @throws CannotImport when there is no such kind or the file exists
     */
    public long write(String kind, Path file) throws IOException {
        ExportSource source = source(kind);
        if (Files.exists(file)) {
            throw new CannotImport(file + " exists already; nothing was written.");
        }
        try (Writer out = open(file)) {
            return write(source, isCsv(file) ? ExportFormat.CSV : ExportFormat.NDJSON, out);
        }
    }

    /**
     * Writes row after row as they are read, and leaves {@code out} open.
     *
     * @return how many rows there were
     * @throws CannotImport when there is no such kind
     */
    public long write(String kind, ExportFormat format, Writer out) throws IOException {
        long rows = write(source(kind), format, out);
        out.flush();
        return rows;
    }

    /**
     * The fields of a kind, in the order of a CSV's columns.
     *
     * @throws CannotImport when there is no such kind
     */
    public List<String> fields(String kind) {
        return source(kind).fields();
    }

    /**
     * Hands over row after row as they are read.
     *
     * @param to who gets them, for the audit trail
     * @throws CannotImport when there is no such kind
     */
    public void hand(String kind, String to, Consumer<Map<String, Object>> row) {
        ExportSource source = source(kind);
        transaction.executeWithoutResult(
                status -> audit.record("data.exported", "export", source.kind(), Map.of("to", to)));
        source.each(row);
    }

    private long write(ExportSource source, ExportFormat format, Writer out) throws IOException {
        Map<String, String> facts = Map.of("format", format.name().toLowerCase(Locale.ROOT));
        transaction.executeWithoutResult(status -> audit.record("data.exported", "export", source.kind(), facts));
        return switch (format) {
            case NDJSON -> ndjson(source, out);
            case CSV -> csv(source, out, UnaryOperator.identity());
            case SHEET -> {
                out.write(SheetCell.MARK);
                yield csv(source, out, SheetCell::safe);
            }
        };
    }

    private ExportSource source(String kind) {
        return sources.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new CannotImport(
                        "“" + kind + "” cannot be exported. These can: " + String.join(", ", kinds()) + "."));
    }

    private static Writer open(Path file) throws IOException {
        return file.toString().endsWith(".gz")
                ? new BufferedWriter(new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))
                : Files.newBufferedWriter(file);
    }

    private static boolean isCsv(Path file) {
        return file.toString()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.gz$", "")
                .endsWith(".csv");
    }

    private static long ndjson(ExportSource source, Writer out) {
        long[] rows = {0};
        source.each(row -> {
            rows[0]++;
            try {
                out.write(JSON.writeValueAsString(row) + "\n");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        return rows[0];
    }

    private static long csv(ExportSource source, Writer out, UnaryOperator<String> cell) {
        long[] rows = {0};
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(source.fields());
        source.each(row -> {
            rows[0]++;
            csv.writeRecord(cells(source.fields(), row).stream().map(cell).toList());
        });
        flush(csv);
        return rows[0];
    }

    /** It keeps the last rows to itself until then. */
    private static void flush(CsvWriter csv) {
        try {
            csv.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> cells(List<String> fields, Map<String, Object> row) {
        List<String> cells = new ArrayList<>();
        fields.forEach(field -> cells.add(cell(row.get(field))));
        return cells;
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Collection<?> many -> many.stream().map(String::valueOf).collect(Collectors.joining("|"));
            case Map<?, ?> map -> JSON.writeValueAsString(map);
            default -> value.toString();
        };
    }
}
