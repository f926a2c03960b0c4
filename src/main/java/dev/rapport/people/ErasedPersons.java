package dev.rapport.people;

import dev.rapport.shared.CustomerKey;
import dev.rapport.shared.TombstoneKey;
import dev.rapport.shared.Tombstones;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Knows the persons who were erased by their numbers, addresses and handles, without knowing who they were. */
@Component
class ErasedPersons {

    private final Tombstones tombstones;

    ErasedPersons(Tombstones.Maker tombstones) {
        this.tombstones = tombstones.of("people");
    }

    Tombstones tombstones() {
        return tombstones;
    }

    /** When somebody was erased who shares a number, an address or a handle with these; by their numbers in the source. */
    Map<String, Instant> among(String source, Collection<PersonLine> persons) {
        Map<String, Set<TombstoneKey>> keys = HashMap.newHashMap(persons.size());
        Set<TombstoneKey> all = new HashSet<>();
        for (PersonLine person : persons) {
            Set<TombstoneKey> own = keys(person.facts());
            own.add(TombstoneKey.customer(new CustomerKey(source, person.number())));
            keys.put(person.number(), own);
            all.addAll(own);
        }
        Map<TombstoneKey, Instant> erased = tombstones.among(all);
        Map<String, Instant> found = new HashMap<>();
        if (!erased.isEmpty()) {
            keys.forEach((number, own) -> own.stream()
                    .map(erased::get)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .ifPresent(at -> found.put(number, at)));
        }
        return found;
    }

    private static Set<TombstoneKey> keys(PersonFacts facts) {
        Set<TombstoneKey> keys = new HashSet<>();
        for (CustomerKey number : facts.numbers()) {
            keys.add(TombstoneKey.customer(number));
        }
        for (Address address : facts.addresses()) {
            switch (address.kind()) {
                case EMAIL -> keys.add(TombstoneKey.address(address.folded()));
                case HANDLE -> keys.add(TombstoneKey.author(address.network(), address.folded()));
                case PHONE, SITE -> {}
            }
        }
        return keys;
    }
}
