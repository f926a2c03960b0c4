package dev.rapport.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.rapport.exchange.files.Format;
import dev.rapport.exchange.spi.Reason;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * The refused lines of an import as a file that can be repaired and imported: a CSV has one column more with the reason;
 * NDJSON, which a JSON array becomes too, has the reason on a {@code #} line before each.
 */
public final class RefusedFile {

    static final int PAGE = 200;
    private static final String COLUMN = "refused_because";

    private final String importedName;
    private final ImportStore.Layout layout;
    private final LongFunction<List<RefusedLine>> after;

    RefusedFile(String importedName, ImportStore.Layout layout, LongFunction<List<RefusedLine>> after) {
        this.importedName = importedName;
        this.layout = layout;
        this.after = after;
    }

    /** Whether a column, by its key, only says why a line was refused; no import takes it. */
    static boolean isReason(String column) {
        return column.startsWith(COLUMN);
    }

    /** A name for it, after the imported file's. */
    public String name() {
        String stem = importedName.replaceFirst("(\\.gz)?$", "").replaceFirst("\\.[A-Za-z]+$", "");
        return stem + "-refused" + (isCsv() ? ".csv" : ".ndjson");
    }

    /** Writes it with reasons in English. */
    public void writeTo(Writer out) throws IOException {
        writeTo(out, Reason::words);
    }

    /** Writes it with reasons in the language that {@code say} speaks. */
    public void writeTo(Writer out, Function<Reason, String> say) throws IOException {
        String head = layout.head();
        if (isCsv() && head != null) {
            out.write(head + separator() + column(head) + "\r\n");
        }
        long last = 0;
        for (List<RefusedLine> page = after.apply(last); !page.isEmpty(); page = after.apply(last)) {
            for (RefusedLine line : page) {
                if (line.raw().isEmpty()) {
                    continue;
                }
                out.write(isCsv() ? csv(line, say) : json(line, say));
            }
            last = page.getLast().line();
        }
        out.flush();
    }

    /** A file that was repaired once may have the column already. */
    private static String column(String head) {
        String column = COLUMN;
        while (head.contains(column)) {
            column += "_again";
        }
        return column;
    }

    private String csv(RefusedLine line, Function<Reason, String> say) {
        return line.raw() + separator() + cell(say.apply(line.reason())) + "\r\n";
    }

    private static String json(RefusedLine line, Function<Reason, String> say) {
        return "# line " + line.line() + ": " + say.apply(line.reason()) + "\n"
                + line.raw().replaceAll("\\R", " ") + "\n";
    }

    private String cell(String text) {
        StringWriter cell = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().fieldSeparator(separator()).build(cell)) {
            writer.writeRecord(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return cell.toString().strip();
    }

    private boolean isCsv() {
        return layout.format() == Format.CSV;
    }

    private char separator() {
        return layout.separator();
    }
}
