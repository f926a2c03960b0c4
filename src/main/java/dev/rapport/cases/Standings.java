package dev.rapport.cases;

import dev.rapport.commerce.CatalogueEntry;
import dev.rapport.commerce.CatalogueSnapshot;
import dev.rapport.commerce.Target;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whose each entry of the catalogue is. */
final class Standings {

    private final Map<Target, CatalogueEntry> entries;

    Standings(CatalogueSnapshot catalogue) {
        entries = catalogue.entries().stream()
                .collect(Collectors.toUnmodifiableMap(CatalogueEntry::target, Function.identity()));
    }

    /** Whether {@code any} holds the target itself, its brand, or the standing of its brand. */
    boolean isOneOf(Set<String> any, Target target) {
        if (any.contains(key(target))) {
            return true;
        }
        CatalogueEntry entry = entries.get(target);
        if (entry == null) {
            return false;
        }
        Target brand = entry.brand();
        return any.contains(entry.standing().name()) || brand != null && any.contains(key(brand));
    }

    private static String key(Target target) {
        return target.kind() + ":" + target.id();
    }
}
