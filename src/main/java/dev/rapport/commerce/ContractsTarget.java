package dev.rapport.commerce;

import dev.rapport.exchange.spi.ImportField;
import dev.rapport.exchange.spi.ImportLine;
import dev.rapport.exchange.spi.ImportOutcome;
import dev.rapport.exchange.spi.ImportTarget;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Imports contracts of a source; importing again changes what is told differently and doubles nothing. */
@Component
class ContractsTarget implements ImportTarget {

    private final Purchases purchases;
    private final ErasedCustomers erased;

    ContractsTarget(Purchases purchases, ErasedCustomers erased) {
        this.purchases = purchases;
        this.erased = erased;
    }

    @Override
    public String kind() {
        return "contracts";
    }

    @Override
    public List<ImportField> fields() {
        return ContractFields.ALL;
    }

    @Override
    public List<ImportField> options() {
        return TellsBySource.OPTIONS;
    }

    @Override
    public Map<String, String> prepare(Map<String, String> options) {
        return TellsBySource.prepare(options);
    }

    @Override
    public ImportOutcome take(Map<String, String> options, List<ImportLine> lines) {
        return TellsBySource.take(
                options,
                lines,
                ContractFields::read,
                one -> new TellsBySource.Key(one.source(), one.number()),
                RecordContract::customer,
                erased,
                purchases::recordContracts);
    }
}
