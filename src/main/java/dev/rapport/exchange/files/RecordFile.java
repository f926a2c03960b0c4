package dev.rapport.exchange.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An open file of records. Memory does not grow with the file. */
public final class RecordFile implements Closeable {

    private final Source source;
    private final Format format;
    private final Records records;

    private RecordFile(Source source, Format format, Records records) {
        this.source = source;
        this.format = format;
        this.records = records;
    }

    /**
     * Opens a file at a position where a record ended. What kind of file it is shows in its first bytes.
     *
     * @throws UnreadableFile when it is none of ours
     */
    public static RecordFile open(Path path, Position from) throws IOException {
        Source source = Source.open(path);
        try {
            Format format = format(source.peekPastBlank());
            Records records = switch (format) {
                case NDJSON -> new NdjsonRecords(source);
                case JSON_ARRAY -> new JsonArrayRecords(source);
                case CSV -> new CsvRecords(source);
            };
            records.goTo(from);
            return new RecordFile(source, format, records);
        } catch (IOException | RuntimeException failed) {
            source.close();
            throw failed;
        }
    }

    /** The next record, or null after the last. */
    public @Nullable FileRecord next() throws IOException {
        return records.next();
    }

    public Format format() {
        return format;
    }

    /** The first line of a CSV. */
    public Optional<Head> head() {
        return Optional.ofNullable(records.head());
    }

    /** How much of the file as it lies on the disk was read, in bytes. */
    public long bytesRead() {
        return source.fileBytes();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private static Format format(int first) {
        return switch (first) {
            case -1 -> throw Fault.EMPTY.unreadable();
            case '{', '#' -> Format.NDJSON;
            case '[' -> Format.JSON_ARRAY;
            default -> Format.CSV;
        };
    }
}
