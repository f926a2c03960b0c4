package dev.rapport.commerce;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was bought and agreed, as the systems that sold it tell. Everything comes many at a time, is known by its source and
 * the number there, and can be told again without harm; a customer number nobody knows is kept as it is.
 */
@Service
public class Purchases {

    private final PurchaseStore purchases;
    private final ContractStore contracts;
    private final CatalogueStore catalogue;
    private final CatalogueSnapshots snapshots;

    Purchases(
            PurchaseStore purchases, ContractStore contracts, CatalogueStore catalogue, CatalogueSnapshots snapshots) {
        this.purchases = purchases;
        this.contracts = contracts;
        this.catalogue = catalogue;
        this.snapshots = snapshots;
    }

    /** Records purchases; each number of a source may stand among them once. */
    @Transactional
    public Recorded record(List<RecordPurchase> told) {
        return told.isEmpty() ? Recorded.NOTHING : purchases.record(told, entries());
    }

    /** Records contracts; each number of a source may stand among them once. */
    @Transactional
    public Recorded recordContracts(List<RecordContract> told) {
        return told.isEmpty() ? Recorded.NOTHING : contracts.record(told, entries());
    }

    @Transactional(readOnly = true)
    public Optional<Purchase> find(String source, String number) {
        return purchases.find(source, number);
    }

    @Transactional(readOnly = true)
    public Optional<Contract> findContract(String source, String number) {
        return contracts.find(source, number);
    }

    /** The catalogue does not change until the transaction ends: nothing can slip between it and a change of names. */
    private EntryNames entries() {
        catalogue.holdStill();
        return EntryNames.of(snapshots.now());
    }
}
