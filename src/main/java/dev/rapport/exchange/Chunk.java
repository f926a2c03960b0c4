package dev.rapport.exchange;

import dev.rapport.exchange.files.FileRecord;
import dev.rapport.exchange.files.Position;
import dev.rapport.exchange.files.RecordFile;
import dev.rapport.exchange.spi.ImportLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Records that are taken in one transaction.
 *
 * @param after where the next chunk begins
 * @param bytesDone how much of the file on the disk was read
 * @param isLast whether the file ends here
 */
record Chunk(List<FileRecord> records, Position after, long bytesDone, boolean isLast) {

    private static final int RECORDS = 1_000;
    private static final int LETTERS = 8_000_000;

    static Chunk read(RecordFile file, Position from) throws IOException {
        List<FileRecord> records = new ArrayList<>();
        Position after = from;
        for (int letters = 0; records.size() < RECORDS && letters < LETTERS; ) {
            FileRecord next = file.next();
            if (next == null) {
                return new Chunk(records, after, file.bytesRead(), true);
            }
            records.add(next);
            after = next.after();
            letters += next.raw().length();
        }
        return new Chunk(records, after, file.bytesRead(), false);
    }

    /** The records that could be read, with our fields. */
    List<ImportLine> readable(UnaryOperator<ImportLine> mapping) {
        return records.stream()
                .filter(FileRecord.Readable.class::isInstance)
                .map(FileRecord.Readable.class::cast)
                .map(record -> mapping.apply(new ImportLine(record.number(), record.values())))
                .toList();
    }
}
