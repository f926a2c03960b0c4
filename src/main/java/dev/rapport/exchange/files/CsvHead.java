package dev.rapport.exchange.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the first line of a CSV: which sign separates its cells, what its columns are called. */
final class CsvHead {

    private static final char[] SEPARATORS = {',', ';', '\t'};

    private CsvHead() {}

    static Head read(Lines.@Nullable Line line) {
        if (line == null || line.tooLong()) {
            throw new UnreadableFile("The first line of this CSV does not name its columns.");
        }
        String words = Words.strict(line.bytes())
                .orElseThrow(() -> new UnreadableFile(
                        "Line 1 of this file is not UTF-8. Save the file as UTF-8 and import it again."));
        char separator = separator(words);
        return new Head(words, separator, columns(words, separator));
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

    private static List<String> columns(String words, char separator) {
        try {
            List<String> columns = CsvRecords.cells(words, separator).stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_"))
                    .toList();
            Set<String> once = new HashSet<>();
            for (String column : columns) {
                if (!column.isEmpty() && !once.add(column)) {
                    throw new UnreadableFile("Two columns of this CSV are called “" + column + "”. Rename one.");
                }
            }
            return columns;
        } catch (CsvParseException broken) {
            throw new UnreadableFile("The first line of this CSV has a quote that does not belong there.");
        }
    }
}
