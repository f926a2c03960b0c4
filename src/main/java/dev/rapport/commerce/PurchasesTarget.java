package dev.rapport.commerce;

import org.springframework.stereotype.Component;

/** Imports purchases of a source. */
@Component
class PurchasesTarget extends TellsBySource<RecordPurchase> {

    PurchasesTarget(Purchases purchases, ErasedCustomers erased) {
        super("purchases", PurchaseFields.ALL, PurchaseFields::read, erased, purchases::record);
    }
}
