package dev.rapport.channels.spi;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * So much of something a day, of which a fifth is kept for replies.
 *
 * @param what its name, {@code reads}
 * @param most how much a day
 * @param zone where its day begins
 */
public record Daily(Spending spending, String what, int most, ZoneId zone, Clock clock) {

    /** How much is left for everything; never less than nothing. */
    public int left() {
        return Math.max(0, most - spending.spent(what, today()));
    }

    /** How much is left besides what is kept for replies. */
    public int leftForReading() {
        return Math.max(0, left() - (most + 4) / 5);
    }

    public void spend(int units) {
        if (units > 0) {
            spending.spend(what, today(), units);
        }
    }

    /** When all of it is back. */
    public Instant resetsAt() {
        return today().plusDays(1).atStartOfDay(zone).toInstant();
    }

    public Limits limits() {
        return new Limits(left(), most, resetsAt());
    }

    /** That there is none left before the next day. */
    public Fault.Slow over(String why) {
        return new Fault.Slow(why, resetsAt());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
