package dev.rapport.exchange.files;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The bytes of a file, unpacked when it is packed, with the offset reached. */
final class Source implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final Counted file;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;
    private long before;

    private Source(Counted file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** Opens a file before its first byte that is not a byte order mark. */
    static Source open(Path path) throws IOException {
        Counted file = new Counted(Files.newInputStream(path));
        try {
            PushbackInputStream raw = new PushbackInputStream(file, 2);
            Source source = new Source(file, isPacked(raw) ? new GZIPInputStream(raw, BUFFER) : raw);
            source.skipMark();
            return source;
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    /** The next byte, or -1 at the end. */
    int read() throws IOException {
        return next < end || fill() ? buffer[next++] & 0xFF : -1;
    }

    /** The next byte that is not white space, not taken yet; -1 at the end. */
    int peekPastBlank() throws IOException {
        while (next < end || fill()) {
            if (!Character.isWhitespace(buffer[next])) {
                return buffer[next] & 0xFF;
            }
            next++;
        }
        return -1;
    }

    /** Goes on to an offset that was reached before. */
    void skipTo(long wanted) throws IOException {
        while (offset() < wanted && (next < end || fill())) {
            next += (int) Math.min(end - next, wanted - offset());
        }
    }

    long offset() {
        return before + next;
    }

    /** How much of the file as it lies on the disk was read. */
    long fileBytes() {
        return file.count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        before += end;
        next = 0;
        end = Math.max(0, in.readNBytes(buffer, 0, BUFFER));
        return end > 0;
    }

    private void skipMark() throws IOException {
        fill();
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            next = 3;
        } else if (startsWith(0xFE, 0xFF) || startsWith(0xFF, 0xFE)) {
            throw Fault.UTF_16.unreadable();
        } else if (startsWith('P', 'K', 3, 4) || startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
            throw Fault.SPREADSHEET.unreadable();
        }
    }

    private boolean startsWith(int... bytes) {
        boolean same = end >= bytes.length;
        for (int i = 0; i < bytes.length && same; i++) {
            same = (buffer[i] & 0xFF) == bytes[i];
        }
        return same;
    }

    private static boolean isPacked(PushbackInputStream raw) throws IOException {
        byte[] first = raw.readNBytes(2);
        raw.unread(first);
        return first.length == 2 && first[0] == 0x1f && first[1] == (byte) 0x8b;
    }

    /** Counts what is read from the disk. */
    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
