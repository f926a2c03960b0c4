package dev.rapport.exchange.web;

import dev.rapport.exchange.Import;
import dev.rapport.exchange.RefusedLine;
import dev.rapport.exchange.spi.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One import with the first of its refused lines.
 *
 * @param problem why a repaired file could not be taken
 */
public record ImportPage(
        Import work, List<RefusedLine> refused, @Nullable Reason problem) {

    static final int SHOWN = 100;
    private static final int LETTERS = 500;

    /** As much of a line's words as is worth looking at; the file to download has all of them. */
    public static String shown(RefusedLine line) {
        return line.raw().length() <= LETTERS ? line.raw() : line.raw().substring(0, LETTERS) + "…";
    }
}
