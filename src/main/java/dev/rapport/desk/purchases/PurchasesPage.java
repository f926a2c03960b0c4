package dev.rapport.desk.purchases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of purchases.
 *
 * @param isEmpty whether there is neither a purchase nor a contract at all
 */
public record PurchasesPage(
        PurchasesFor asked,
        List<PurchaseRow> rows,
        @Nullable PageEnd older,
        boolean isFirst,
        boolean isEmpty) {

    public List<Show> shows() {
        return Show.OF_PURCHASES;
    }
}
