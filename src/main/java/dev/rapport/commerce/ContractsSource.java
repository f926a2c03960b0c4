package dev.rapport.commerce;

import dev.rapport.exchange.spi.ExportSource;
import dev.rapport.exchange.spi.ImportField;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Exports contracts of all sources as they are imported, in the order in which they came. */
@Component
class ContractsSource implements ExportSource {

    private final ContractStore store;

    ContractsSource(ContractStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "contracts";
    }

    @Override
    public List<String> fields() {
        return ContractFields.ALL.stream().map(ImportField::name).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public void each(Consumer<Map<String, Object>> row) {
        long after = 0;
        for (List<Contract> page = store.after(after); !page.isEmpty(); page = store.after(after)) {
            page.stream().map(ContractFields::write).forEach(row);
            after = page.getLast().id();
        }
    }
}
