package dev.rapport.commerce;

import dev.rapport.shared.CustomerKey;
import dev.rapport.shared.TombstoneKey;
import dev.rapport.shared.Tombstones;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Knows the customers who were erased, without knowing who they were. */
@Component
class ErasedCustomers {

    private final Tombstones tombstones;

    ErasedCustomers(Tombstones.Maker tombstones) {
        this.tombstones = tombstones.of("commerce");
    }

    Tombstones tombstones() {
        return tombstones;
    }

    /** When each of these was erased; whoever never was is left out. */
    Map<CustomerKey, Instant> among(Collection<CustomerKey> customers) {
        Set<TombstoneKey> keys = new HashSet<>();
        customers.forEach(customer -> keys.add(TombstoneKey.customer(customer)));
        Map<TombstoneKey, Instant> erased = tombstones.among(keys);
        Map<CustomerKey, Instant> found = new HashMap<>();
        if (!erased.isEmpty()) {
            customers.forEach(customer -> {
                Instant at = erased.get(TombstoneKey.customer(customer));
                if (at != null) {
                    found.put(customer, at);
                }
            });
        }
        return found;
    }
}
