package dev.rapport.desk.person;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A purchase or a contract of somebody.
 *
 * @param name as the source calls it
 * @param product the catalogue's entry; empty when it is none
 * @param until when it was returned, cancelled or ran out; empty while it is theirs
 * @param coveredUntil the end of the warranty or of the contract
 * @param account the organisation that has it; empty when the person has it themselves
 */
public record Holding(
        boolean isContract,
        long id,
        String name,
        @Nullable Long product,
        @Nullable Long brand,
        Instant since,
        @Nullable Instant until,
        @Nullable LocalDate coveredUntil,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        BigDecimal quantity,
        @Nullable String order,
        @Nullable String account) {

    /** Whether it was theirs then. */
    boolean isHeldAt(Instant moment) {
        return !since.isAfter(moment) && (until == null || until.isAfter(moment));
    }

    /** Whether it is no longer theirs. */
    public boolean isOver(LocalDate today) {
        return until != null && !LocalDate.ofInstant(until, ZoneOffset.UTC).isAfter(today);
    }

    /** Whether it was several of the same. */
    public boolean isMany() {
        return quantity.compareTo(BigDecimal.ONE) != 0;
    }
}
