package dev.rapport.exchange.spi;

import java.util.List;

/** What became of some lines. */
public record ImportOutcome(int added, int changed, int repeated, List<Refusal> refused) {

    /** A line that was not taken, and why, in words that say how to repair it. */
    public record Refusal(long line, String why) {}
}
