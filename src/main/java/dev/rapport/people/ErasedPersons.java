package dev.rapport.people;

import dev.rapport.shared.CustomerKey;
import dev.rapport.shared.TombstoneKey;
import dev.rapport.shared.Tombstones;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    /** When each of these was erased who shares a number, an address or a handle with somebody who was; by position. */
    Map<Integer, Instant> among(List<PersonFacts> persons) {
        List<Set<TombstoneKey>> keys = persons.stream().map(ErasedPersons::keys).toList();
        Set<TombstoneKey> all = new HashSet<>();
        keys.forEach(all::addAll);
        Map<TombstoneKey, Instant> erased = tombstones.among(all);
        Map<Integer, Instant> found = new java.util.HashMap<>();
        for (int i = 0; i < keys.size() && !erased.isEmpty(); i++) {
            List<Instant> moments = new ArrayList<>();
            keys.get(i).stream().map(erased::get).filter(Objects::nonNull).forEach(moments::add);
            if (!moments.isEmpty()) {
                found.put(i, moments.getFirst());
            }
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
