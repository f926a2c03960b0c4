package dev.rapport.exchange.spi;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What became of some lines. */
public record ImportOutcome(int added, int changed, int repeated, List<Refusal> refused) {

    /**
     * A line that was not taken, and why, in words that say how to repair it.
     *
     * @param keepsWords whether the line may be kept to be repaired
     */
    public record Refusal(long line, String why, boolean keepsWords) {

        public Refusal(long line, String why) {
            this(line, why, true);
        }

        /** A line about somebody who was erased; its words are not kept. */
        public static Refusal erased(long line, Instant at) {
            return new Refusal(line, "Erased on request, on " + at.atZone(ZoneOffset.UTC).toLocalDate() + ".", false);
        }
    }
}
