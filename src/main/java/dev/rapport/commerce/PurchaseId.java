package dev.rapport.commerce;

import dev.rapport.shared.Id;

/** A purchase: one line of an order. */
public record PurchaseId(long value) implements Id {

    public static PurchaseId of(Long value) {
        return new PurchaseId(value);
    }
}
