package dev.rapport.commerce;

import dev.rapport.shared.CustomerKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something paid for over time.
 *
 * @param entry the product, else the brand, of the catalogue it was recognised as; empty when it is none of these
 * @param product as the source calls it
 * @param endsOn empty when it runs until somebody ends it
 */
public record Contract(
        long id,
        String source,
        String number,
        CustomerKey customer,
        @Nullable Target entry,
        String product,
        LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate noticeBy,
        @Nullable LocalDate cancelledOn,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        RecordContract.@Nullable Pace paidEvery) {}
