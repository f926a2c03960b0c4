package dev.rapport.people.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Short forms of given names: what "bill" may be called on record, and the other way round. */
final class Nicknames {

    private static final Map<String, Set<String>> ALSO = new HashMap<>();

    static {
        WordFile.read("nicknames").forEach((full, shorts) -> {
            List<String> folded = shorts.stream().map(Folding::fold).toList();
            for (String one : folded) {
                ALSO.computeIfAbsent(one, k -> new TreeSet<>()).add(full);
                ALSO.computeIfAbsent(full, k -> new TreeSet<>()).add(one);
                ALSO.computeIfAbsent(one, k -> new TreeSet<>()).addAll(folded);
            }
        });
        ALSO.forEach((name, others) -> others.remove(name));
    }

    private Nicknames() {}

    /** Names the same person may be on record with. */
    static Set<String> of(String folded) {
        return ALSO.getOrDefault(folded, Set.of());
    }
}
