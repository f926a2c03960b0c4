package dev.rapport.desk.corrections;

import dev.rapport.commerce.Aspect;
import dev.rapport.commerce.CatalogueEntry;
import dev.rapport.commerce.CatalogueSnapshot;
import dev.rapport.commerce.Target;
import dev.rapport.understanding.About;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The catalogue by name: to say what is meant, and to find what somebody wrote. */
final class CatalogueNames {

    private final Map<Target, CatalogueEntry> entries = new LinkedHashMap<>();
    private final Map<Long, String> aspects;

    CatalogueNames(CatalogueSnapshot catalogue) {
        catalogue.entries().forEach(entry -> entries.put(entry.target(), entry));
        aspects = catalogue.aspects().stream().collect(Collectors.toMap(Aspect::id, Aspect::name));
    }

    /** "Halo 10, battery"; empty for what has left the catalogue. */
    String of(About about) {
        String aspect = about.aspectId() == null ? null : aspects.get(about.aspectId());
        return Stream.of(nameOf(about.target()), aspect)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** "Halo 10"; empty for none. */
    @Nullable
    String nameOf(@Nullable Target target) {
        CatalogueEntry entry = target == null ? null : entries.get(target);
        return entry == null ? null : entry.name();
    }

    /** What can be chosen, each by a name of its own: "Solvane", "Halo 10 (Solvane)". */
    List<String> labels(int most) {
        return entries.values().stream()
                .map(this::label)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .limit(most)
                .toList();
    }

    /** The one entry of this label, else of this name or alias, small and capital letters alike; empty when none or several. */
    Optional<Target> find(String written) {
        String wanted = written.strip();
        return only(entry -> label(entry).equalsIgnoreCase(wanted))
                .or(() -> only(entry -> entry.name().equalsIgnoreCase(wanted)))
                .or(() -> only(entry -> entry.aliases().stream().anyMatch(wanted::equalsIgnoreCase)));
    }

    private Optional<Target> only(Predicate<CatalogueEntry> isMeant) {
        List<Target> found = entries.values().stream()
                .filter(isMeant)
                .map(CatalogueEntry::target)
                .limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private String label(CatalogueEntry entry) {
        String brand = nameOf(entry.brand());
        return brand == null ? entry.name() : entry.name() + " (" + brand + ")";
    }
}
