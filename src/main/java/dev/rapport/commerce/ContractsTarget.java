package dev.rapport.commerce;

import org.springframework.stereotype.Component;

/** Imports contracts of a source. */
@Component
class ContractsTarget extends TellsBySource<RecordContract> {

    ContractsTarget(Purchases purchases, ErasedCustomers erased) {
        super("contracts", ContractFields.ALL, ContractFields::read, erased, purchases::recordContracts);
    }
}
