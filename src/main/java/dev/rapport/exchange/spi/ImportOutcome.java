package dev.rapport.exchange.spi;

import java.util.List;

/** What became of some lines. */
public record ImportOutcome(int added, int changed, int repeated, List<Refusal> refused) {

    /** A line that was not taken, and why. */
    public record Refusal(long line, Reason reason) {

        /** Refused with a reason in English, in words that say how to repair it. */
        public Refusal(long line, String why) {
            this(line, Reason.of(why));
        }

        /** The reason in English. */
        public String why() {
            return reason.words();
        }
    }
}
