package dev.rapport.exchange.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.rapport.exchange.files.Lines.Line;
import dev.rapport.exchange.spi.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV with a head. A cell in quotes may hold line ends; when a quote is never closed, only its own line is
 * refused and reading goes on with the next.
 */
final class CsvRecords implements Records {

    private static final int SHOWN_OF_TOO_LONG = 10_000;
    private static final int LONGEST_CELL = 250_000;

    private final Lines lines;
    private final Head head;

    CsvRecords(Source source) throws IOException {
        this.lines = new Lines(source);
        this.head = CsvHead.read(lines);
    }

    @Override
    public Head head() {
        return head;
    }

    @Override
    public void goTo(Position position) throws IOException {
        if (position.offset() > 0) {
            lines.goTo(position);
        }
    }

    @Override
    public @Nullable FileRecord next() throws IOException {
        Line line = lines.next();
        while (line != null && line.bytes().length == 0) {
            line = lines.next();
        }
        return line == null ? null : record(line);
    }

    private FileRecord record(Line first) throws IOException {
        if (first.tooLong()) {
            return refused(
                    first, Arrays.copyOf(first.bytes(), SHOWN_OF_TOO_LONG), first.after(), Fault.TOO_LONG.reason());
        }
        CsvQuotes quotes = new CsvQuotes(head.separator());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first.bytes());
        quotes.see(first.bytes());
        List<Line> more = new ArrayList<>();
        while (quotes.areOpen()) {
            Line next = lines.next();
            if (next != null) {
                more.add(next);
            }
            if (next == null || next.tooLong() || bytes.size() + next.bytes().length > Lines.LONGEST) {
                lines.putBack(more);
                return refused(first, first.bytes(), first.after(), Fault.OPEN_QUOTE.reason());
            }
            bytes.write('\n');
            bytes.writeBytes(next.bytes());
            quotes.seeLineEnd();
            quotes.see(next.bytes());
        }
        return read(
                first,
                bytes.toByteArray(),
                more.isEmpty() ? first.after() : more.getLast().after());
    }

    private FileRecord read(Line first, byte[] bytes, Position after) {
        String raw = Words.strict(bytes).orElse(null);
        if (raw == null) {
            return refused(first, bytes, after, Fault.NOT_UTF_8.reason());
        }
        try {
            List<String> cells = cells(raw, head.separator());
            if (cells.size() != head.columns().size()) {
                return refused(first, bytes, after, wrongCount(cells.size()));
            }
            for (int i = 0; i < cells.size(); i++) {
                if (cells.get(i).length() > LONGEST_CELL) {
                    Reason why = Fault.LONG_CELL.reason(head.names().get(i), Integer.toString(LONGEST_CELL));
                    return refused(first, bytes, after, why);
                }
            }
            return new FileRecord.Readable(first.number(), raw, after, values(cells));
        } catch (CsvParseException broken) {
            return refused(first, bytes, after, Fault.STRAY_QUOTE.reason());
        }
    }

    static List<String> cells(String raw, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .maxBufferSize(4 * Lines.LONGEST)
                .ofSingleCsvRecord(raw)
                .getFields();
    }

    private Map<String, Object> values(List<String> cells) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                values.put(head.columns().get(i), cells.get(i));
            }
        }
        return values;
    }

    private Reason wrongCount(int cells) {
        return Fault.WRONG_COUNT.reason(
                Integer.toString(cells), Integer.toString(head.columns().size()), String.valueOf(head.separator()));
    }

    private static FileRecord refused(Line first, byte[] bytes, Position after, Reason why) {
        return new FileRecord.Malformed(first.number(), Words.lenient(bytes), after, why);
    }
}
