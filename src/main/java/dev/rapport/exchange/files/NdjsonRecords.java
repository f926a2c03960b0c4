package dev.rapport.exchange.files;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One JSON object a line. Empty lines and those that begin with {@code #} are passed over. */
final class NdjsonRecords implements Records {

    private static final int SHOWN_OF_TOO_LONG = 10_000;

    private final Lines lines;

    NdjsonRecords(Source source) {
        this.lines = new Lines(source);
    }

    @Override
    public void goTo(Position position) throws IOException {
        lines.goTo(position);
    }

    @Override
    public @Nullable FileRecord next() throws IOException {
        for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
            if (line.tooLong()) {
                String beginning = Words.lenient(Arrays.copyOf(line.bytes(), SHOWN_OF_TOO_LONG));
                return new FileRecord.Malformed(line.number(), beginning, line.after(), Fault.TOO_LONG.reason());
            }
            if (!isPassedOver(line.bytes())) {
                return JsonObjects.read(line.number(), line.bytes(), line.after());
            }
        }
        return null;
    }

    private static boolean isPassedOver(byte[] line) {
        for (byte next : line) {
            if (!Character.isWhitespace(next)) {
                return next == '#';
            }
        }
        return true;
    }
}
