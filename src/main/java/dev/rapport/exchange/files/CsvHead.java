package dev.rapport.exchange.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the first line of a CSV: which sign separates its cells, what its columns are called. */
final class CsvHead {

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final int MOST_COLUMNS = 500;

    private CsvHead() {}

    static Head read(Lines lines) throws IOException {
        String words = words(lines.next());
        // Excel is told the separator by a line before the head.
        if (words.matches("sep=[,;\t]")) {
            char separator = words.charAt(4);
            return head(words(lines.next()), separator);
        }
        return head(words, separator(words));
    }

    private static String words(Lines.@Nullable Line line) {
        if (line == null || line.tooLong()) {
            throw Fault.NO_HEAD.unreadable();
        }
        return Words.strict(line.bytes()).orElseThrow(Fault.HEAD_NOT_UTF_8::unreadable);
    }

    private static Head head(String words, char separator) {
        List<String> names = names(words, separator);
        List<String> columns = names.stream().map(Head::key).toList();
        Set<String> once = new HashSet<>();
        for (String column : columns) {
            if (!column.isEmpty() && !once.add(column)) {
                throw Fault.SAME_COLUMNS.unreadable(column);
            }
        }
        return new Head(words, separator, names, columns);
    }

    private static List<String> names(String words, char separator) {
        try {
            List<String> names = CsvRecords.cells(words, separator).stream()
                    .map(String::strip)
                    .toList();
            if (names.size() > MOST_COLUMNS) {
                throw Fault.MANY_COLUMNS.unreadable(Integer.toString(names.size()), Integer.toString(MOST_COLUMNS));
            }
            return names;
        } catch (CsvParseException broken) {
            throw Fault.HEAD_QUOTE.unreadable();
        }
    }

    private static char separator(String words) {
        char best = ',';
        for (char separator : SEPARATORS) {
            if (count(words, separator) > count(words, best)) {
                best = separator;
            }
        }
        return best;
    }

    private static long count(String words, char sign) {
        return words.replaceAll("\"[^\"]*\"", "").chars().filter(c -> c == sign).count();
    }
}
