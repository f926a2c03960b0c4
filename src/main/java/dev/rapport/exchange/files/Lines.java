package dev.rapport.exchange.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a file, none kept longer than {@link #LONGEST}; some can be put back. */
final class Lines {

    /** In bytes. */
    static final int LONGEST = 1_000_000;

    private final Source source;
    private final Deque<Line> putBack = new ArrayDeque<>();
    private long number;

    Lines(Source source) {
        this.source = source;
    }

    /** The next line without its end, or null after the last. */
    @Nullable
    Line next() throws IOException {
        Line again = putBack.poll();
        return again != null ? again : read();
    }

    /** Gives lines back, to be read again in this order. */
    void putBack(List<Line> lines) {
        lines.reversed().forEach(putBack::addFirst);
    }

    void goTo(Position position) throws IOException {
        source.skipTo(position.offset());
        number = position.line();
    }

    private @Nullable Line read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        boolean tooLong = false;
        int next = source.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = source.read()) {
            if (bytes.size() < LONGEST) {
                bytes.write(next);
            } else {
                tooLong = true;
            }
        }
        number++;
        return new Line(number, withoutReturn(bytes.toByteArray()), tooLong, new Position(source.offset(), number));
    }

    private static byte[] withoutReturn(byte[] bytes) {
        int length = bytes.length;
        return length > 0 && bytes[length - 1] == '\r' ? Arrays.copyOf(bytes, length - 1) : bytes;
    }

    /** One line and the position behind it. */
    record Line(long number, byte[] bytes, boolean tooLong, Position after) {}
}
