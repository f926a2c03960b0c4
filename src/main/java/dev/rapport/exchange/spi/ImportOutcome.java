package dev.rapport.exchange.spi;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What became of some lines. */
public record ImportOutcome(int added, int changed, int repeated, List<Refusal> refused) {

    /**
     * A line that was not taken, and why.
     *
     * @param keepsWords whether the line may be kept to be repaired
     */
    public record Refusal(long line, Reason reason, boolean keepsWords) {

        public Refusal(long line, Reason reason) {
            this(line, reason, true);
        }

        /** Refused with a reason in English, in words that say how to repair it. */
        public Refusal(long line, String why) {
            this(line, Reason.of(why));
        }

        /** A line about somebody who was erased; its words are not kept. */
        public static Refusal erased(long line, Instant at) {
            String day = at.atZone(ZoneOffset.UTC).toLocalDate().toString();
            Reason reason = new Reason("Erased on request, on " + day + ".", "exchange.erased.on", List.of(day));
            return new Refusal(line, reason, false);
        }

        /** The reason in English. */
        public String why() {
            return reason.words();
        }
    }
}
