package dev.rapport.commerce;

import dev.rapport.shared.CustomerKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Records a contract as the system that keeps it tells it; what it told before by the same number is replaced.
 *
 * @param endsOn empty when it runs until somebody ends it
 * @param noticeBy the last day on which notice can be given
 * @param amount for each time it is paid, in {@code currency}
 */
public record RecordContract(
        String source,
        String number,
        CustomerKey customer,
        String product,
        LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate noticeBy,
        @Nullable LocalDate cancelledOn,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable Pace paidEvery)
        implements Told {

    /** How often a contract is paid. */
    public enum Pace {
        MONTH,
        QUARTER,
        YEAR,
        ONCE
    }
}
