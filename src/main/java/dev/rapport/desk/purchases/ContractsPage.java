package dev.rapport.desk.purchases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the list of contracts. */
public record ContractsPage(
        PurchasesFor asked,
        List<ContractRow> rows,
        @Nullable PageEnd older,
        boolean isFirst) {

    public List<Show> shows() {
        return Show.OF_CONTRACTS;
    }
}
