package dev.rapport.exchange.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The elements of one JSON array, cut by their brackets, so that a broken one costs itself and not the rest of the file.
 * They are numbered by their place: an array may well stand on a single line.
 */
final class JsonArrayRecords implements Records {

    private static final int SHOWN_OF_TOO_LONG = 10_000;

    private final Source source;
    private long number;

    JsonArrayRecords(Source source) {
        this.source = source;
    }

    @Override
    public void goTo(Position position) throws IOException {
        source.skipTo(position.offset());
        number = position.line();
    }

    @Override
    public @Nullable FileRecord next() throws IOException {
        int next = source.peekPastBlank();
        while (next == '[' && number == 0 || next == ',') {
            source.read();
            if (next == '[') {
                return first();
            }
            next = source.peekPastBlank();
        }
        return next < 0 || next == ']' ? null : element();
    }

    private @Nullable FileRecord first() throws IOException {
        return source.peekPastBlank() == ']' ? null : element();
    }

    private FileRecord element() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        Brackets brackets = new Brackets();
        long length = 0;
        do {
            int next = source.read();
            if (next < 0) {
                break;
            }
            brackets.see(next);
            if (length++ < Lines.LONGEST) {
                bytes.write(next);
            }
        } while (brackets.areOpen() || !isEnd(source));
        number++;
        return record(bytes.toByteArray(), length);
    }

    private FileRecord record(byte[] bytes, long length) {
        Position after = new Position(source.offset(), number);
        if (length > Lines.LONGEST) {
            String beginning = Words.lenient(Arrays.copyOf(bytes, SHOWN_OF_TOO_LONG));
            return new FileRecord.Malformed(number, beginning, after, Fault.TOO_LONG.reason());
        }
        return JsonObjects.read(number, bytes, after);
    }

    private static boolean isEnd(Source source) throws IOException {
        int next = source.peekPastBlank();
        return next < 0 || next == ',' || next == ']';
    }

    /** Which brackets and quotes are open. */
    private static final class Brackets {

        private int depth;
        private boolean quoted;
        private boolean escaped;

        void see(int next) {
            if (quoted) {
                quoted = escaped || next != '"';
                escaped = !escaped && next == '\\';
            } else {
                quoted = next == '"';
                depth += next == '{' || next == '[' ? 1 : next == '}' || next == ']' ? -1 : 0;
            }
        }

        boolean areOpen() {
            return depth > 0 || quoted;
        }
    }
}
