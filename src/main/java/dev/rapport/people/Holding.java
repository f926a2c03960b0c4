package dev.rapport.people;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something a person has from us.
 *
 * @param product as the system that sold it calls it
 * @param since when it was bought, or a contract began
 * @param coveredUntil the end of the warranty or of the contract
 * @param orderNumber what customers quote
 */
public record Holding(
        Kind kind,
        String product,
        Instant since,
        @Nullable LocalDate coveredUntil,
        @Nullable String orderNumber,
        Match match) {

    /** How they came to have it. */
    public enum Kind {
        PURCHASE,
        CONTRACT
    }

    /** What the opinion and the holding have in common. */
    public enum Match {
        PRODUCT,
        /** Not this very product is known to be theirs, but something of its brand. */
        BRAND
    }
}
