package dev.rapport.commerce;

import dev.rapport.commerce.CatalogueRefused.Reason;
import dev.rapport.commerce.Entered.Outcome;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings lines of a file into the catalogue: what is there is changed, what is not is added, nothing is doubled. */
@Component
class CatalogueLines {

    private final CatalogueStore store;
    private final CatalogueEntries entries;

    CatalogueLines(CatalogueStore store, CatalogueEntries entries) {
        this.store = store;
        this.entries = entries;
    }

    /** Brands first, then products, then aspects, whatever their order in the file; outcomes in the file's order. */
    List<Entered> enter(List<CatalogueLine> lines) {
        Entered[] outcomes = new Entered[lines.size()];
        IntStream.range(0, lines.size())
                .boxed()
                .sorted(Comparator.comparing(i -> lines.get(i).kind()))
                .forEach(i -> outcomes[i] = enter(lines.get(i)));
        return Arrays.asList(outcomes);
    }

    /** Retires what is not named, then enters what is; the first refusal ends it. */
    void replace(List<CatalogueLine> lines, CatalogueSnapshot present) {
        Map<Target, CatalogueEntry> entries = CatalogueFields.byTarget(present);
        Set<Key> named = lines.stream().map(Key::of).collect(Collectors.toSet());
        present.aspects().stream()
                .filter(aspect -> !named.contains(Key.of(CatalogueFields.line(aspect, entries))))
                .forEach(aspect -> store.retireAspect(aspect.id()));
        retire(entries, named, Target.Kind.PRODUCT);
        retire(entries, named, Target.Kind.BRAND);
        enter(lines).stream()
                .map(Entered::refused)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(refused -> {
                    throw refused;
                });
    }

    private void retire(Map<Target, CatalogueEntry> entries, Set<Key> named, Target.Kind kind) {
        entries.values().stream()
                .filter(entry -> entry.target().kind() == kind)
                .filter(entry -> !named.contains(Key.of(CatalogueFields.line(entry, entries))))
                .map(CatalogueEntry::target)
                .filter(target -> store.find(target).isPresent())
                .forEach(store::retire);
    }

    private Entered enter(CatalogueLine line) {
        try {
            return Entered.as(
                    switch (line.kind()) {
                        case BRAND -> brand(line);
                        case PRODUCT -> product(line);
                        case ASPECT -> aspect(line);
                    });
        } catch (CatalogueRefused refused) {
            return Entered.refused(refused);
        }
    }

    private Outcome brand(CatalogueLine line) {
        Name name = Name.of(line.name());
        Long known = store.brandNamed(name).orElse(null);
        if (known != null) {
            Target brand = new Target(Target.Kind.BRAND, known);
            boolean changed = names(brand, line);
            return outcome((line.standing() != null && entries.standing(brand, line.standing())) || changed);
        }
        if (line.standing() == null) {
            throw new CatalogueRefused(Reason.STANDING_MISSING, name.words());
        }
        entries.add(new AddBrand(name.words(), line.standing(), given(line.aliases()), given(line.handles())));
        return Outcome.ADDED;
    }

    private Outcome product(CatalogueLine line) {
        Name name = Name.of(line.name());
        Target brand = brandOf(line.brand(), name);
        Long known = store.productNamed(brand.id(), name).orElse(null);
        if (known != null) {
            return outcome(names(new Target(Target.Kind.PRODUCT, known), line));
        }
        entries.add(new AddProduct(brand, name.words(), given(line.aliases()), given(line.handles())));
        return Outcome.ADDED;
    }

    private Outcome aspect(CatalogueLine line) {
        Name name = Name.of(line.name());
        Target of = owner(line, name);
        Long known = store.aspectNamed(of, name).orElse(null);
        if (known == null) {
            entries.add(new AddAspect(name.words(), given(line.words()), of));
            return Outcome.ADDED;
        }
        List<String> words = line.words();
        return outcome(words != null && entries.change(new ChangeAspect(known, name.words(), words)));
    }

    /** Names first: they may be refused, and then nothing of the line may have been written. */
    private boolean names(Target target, CatalogueLine line) {
        boolean changed = entries.names(target, line.aliases(), line.handles());
        return entries.rename(target, line.name()) || changed;
    }

    private @Nullable Target owner(CatalogueLine line, Name aspect) {
        if (line.brand() == null && line.product() == null) {
            return null;
        }
        Target brand = brandOf(line.brand(), aspect);
        if (line.product() == null) {
            return brand;
        }
        Name product = Name.of(line.product());
        return store.productNamed(brand.id(), product)
                .map(id -> new Target(Target.Kind.PRODUCT, id))
                .orElseThrow(() -> new CatalogueRefused(Reason.PRODUCT_UNKNOWN, product.words(), given(line.brand())));
    }

    private Target brandOf(@Nullable String brand, Name of) {
        if (brand == null) {
            throw new CatalogueRefused(Reason.BRAND_MISSING, of.words());
        }
        return store.brandNamed(Name.of(brand))
                .map(id -> new Target(Target.Kind.BRAND, id))
                .orElseThrow(() -> new CatalogueRefused(Reason.BRAND_UNKNOWN, brand));
    }

    private static Outcome outcome(boolean changed) {
        return changed ? Outcome.CHANGED : Outcome.REPEATED;
    }

    private static List<String> given(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What makes two lines the same thing. */
    private record Key(CatalogueLine.Kind kind, String name, String brand, String product) {

        static Key of(CatalogueLine line) {
            return new Key(line.kind(), folded(line.name()), folded(line.brand()), folded(line.product()));
        }

        private static String folded(@Nullable String name) {
            return name == null ? "" : Name.of(name).folded();
        }
    }
}
