package dev.rapport.commerce;

import dev.rapport.shared.CustomerKey;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Records a line of an order as the system that sold it tells it; what it told before by the same number is replaced.
 *
 * @param source the system
 * @param number of the line there, for ever the same
 * @param orderNumber what the customer quotes
 * @param product a name or other name of the catalogue; any other text is kept as it is
 * @param amount of the whole line, in {@code currency}
 * @param currency an ISO 4217 code
 */
public record RecordPurchase(
        String source,
        String number,
        CustomerKey customer,
        @Nullable String orderNumber,
        String product,
        Bought bought,
        BigDecimal quantity,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String place,
        @Nullable String serial,
        @Nullable Return returned,
        @Nullable Warranty warranty)
        implements Told {}
