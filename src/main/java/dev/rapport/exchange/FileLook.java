package dev.rapport.exchange;

import dev.rapport.exchange.files.FileRecord;
import dev.rapport.exchange.files.Head;
import dev.rapport.exchange.files.Position;
import dev.rapport.exchange.files.RecordFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the beginning of a file shows of its columns.
 *
 * @param columns those that can be taken, in the file's order
 * @param unnamed how many columns have no name, and cannot be taken
 * @param isWhole whether there can be no other columns: a CSV names all of them first
 */
public record FileLook(List<Column> columns, int unnamed, boolean isWhole) {

    private static final int RECORDS = 200;
    private static final int MOST_COLUMNS = 500;
    private static final int SAMPLES = 3;
    private static final int SAMPLE_LETTERS = 80;

    /**
     * Looks at the first lines of a file.
     *
     * @throws dev.rapport.exchange.files.UnreadableFile when it is none that can be imported
     */
    static FileLook at(Path path) {
        try (RecordFile file = RecordFile.open(path, Position.START)) {
            Map<String, Seen> seen = new LinkedHashMap<>();
            Head head = file.head().orElse(null);
            if (head != null) {
                head.names().forEach(name -> see(seen, name));
            }
            for (int i = 0; i < RECORDS && file.next() instanceof FileRecord record; i++) {
                if (record instanceof FileRecord.Readable readable) {
                    readable.values().forEach((name, value) -> see(seen, name).add(value));
                }
            }
            int unnamed = head == null
                    ? 0
                    : (int) head.names().stream().filter(String::isEmpty).count();
            return new FileLook(columns(seen), unnamed, head != null);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    List<String> keys() {
        return columns.stream().map(Column::key).toList();
    }

    private static Seen see(Map<String, Seen> seen, String name) {
        String key = Head.key(name);
        return seen.size() < MOST_COLUMNS ? seen.computeIfAbsent(key, k -> new Seen(name)) : new Seen(name);
    }

    private static List<Column> columns(Map<String, Seen> seen) {
        List<Column> columns = new ArrayList<>();
        seen.forEach((key, one) -> {
            if (!key.isEmpty() && !RefusedFile.isReason(key)) {
                columns.add(new Column(key, one.name, List.copyOf(one.samples)));
            }
        });
        return columns;
    }

    /** A column while the file is looked at. */
    private static final class Seen {

        private final String name;
        private final List<String> samples = new ArrayList<>();

        Seen(String name) {
            this.name = name;
        }

        void add(Object value) {
            String text = String.valueOf(value).strip();
            String shown = text.length() <= SAMPLE_LETTERS ? text : text.substring(0, SAMPLE_LETTERS) + "…";
            if (samples.size() < SAMPLES && !text.isEmpty() && !samples.contains(shown)) {
                samples.add(shown);
            }
        }
    }
}
