package dev.rapport.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What the server writes to say how it is; kept to two files of limited size. */
record ServerLog(Path file, long limit) {

    static final long TEN_MEGABYTES = 10L << 20;

    /** Length in bytes now, a mark to read from later. */
    long length() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    /** What was written since the {@code mark}, at most its last 4,000 bytes. */
    String since(long mark) {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(Math.min(mark, open.length()), open.length() - 4_000);
            byte[] bytes = new byte[(int) (open.length() - from)];
            open.seek(from);
            open.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            return "";
        }
    }

    /**
     * Sets a log that has grown past its limit aside as {@code postgres.log.1}. The server keeps its file open and adds at
     * its end, so the text is copied away and the file emptied; a line written in between may be lost.
     */
    void rotate() throws IOException {
        if (length() > limit) {
            Files.copy(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
        }
    }
}
