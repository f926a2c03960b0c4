package dev.rapport.exchange;

import dev.rapport.exchange.spi.Reason;

/** A line that was not taken, as it stood in the file, and how to repair it. */
public record RefusedLine(long line, String raw, Reason reason) {

    /** The reason in English. */
    public String why() {
        return reason.words();
    }
}
