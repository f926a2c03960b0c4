package dev.rapport.commerce;

import dev.rapport.shared.CustomerKey;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order.
 *
 * @param entry the product, else the brand, of the catalogue it was recognised as; empty when it is none of these
 * @param product as the source calls it
 */
public record Purchase(
        PurchaseId id,
        String source,
        String number,
        CustomerKey customer,
        @Nullable String orderNumber,
        @Nullable Target entry,
        String product,
        Bought bought,
        BigDecimal quantity,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String place,
        @Nullable String serial,
        @Nullable Return returned,
        @Nullable Warranty warranty) {}
