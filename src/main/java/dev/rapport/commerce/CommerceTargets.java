package dev.rapport.commerce;

import dev.rapport.exchange.spi.ImportTarget;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be imported here besides the catalogue. */
@Configuration(proxyBeanMethods = false)
class CommerceTargets {

    @Bean
    ImportTarget purchasesTarget(Purchases purchases, ErasedCustomers erased) {
        return new TellsBySource<>("purchases", PurchaseFields.ALL, PurchaseFields::read, erased, purchases::record);
    }

    @Bean
    ImportTarget contractsTarget(Purchases purchases, ErasedCustomers erased) {
        return new TellsBySource<>(
                "contracts", ContractFields.ALL, ContractFields::read, erased, purchases::recordContracts);
    }
}
