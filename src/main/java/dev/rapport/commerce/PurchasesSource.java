package dev.rapport.commerce;

import dev.rapport.exchange.spi.ExportSource;
import dev.rapport.exchange.spi.ImportField;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Exports purchases of all sources as they are imported, in the order in which they came. */
@Component
class PurchasesSource implements ExportSource {

    private final PurchaseStore store;

    PurchasesSource(PurchaseStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "purchases";
    }

    @Override
    public List<String> fields() {
        return PurchaseFields.ALL.stream().map(ImportField::name).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public void each(Consumer<Map<String, Object>> row) {
        long after = 0;
        for (List<Purchase> page = store.after(after); !page.isEmpty(); page = store.after(after)) {
            page.stream().map(PurchaseFields::write).forEach(row);
            after = page.getLast().id().value();
        }
    }
}
