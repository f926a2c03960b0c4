package dev.rapport.commerce;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what other systems call a thing: by a product's name or other name, with or without its brand before it, else
 * by the brand it begins with. A name that several products share is the one of ours, else nobody's.
 */
final class EntryNames {

    /** What something was recognised as: a product, or only its brand, or nothing. */
    record Match(@Nullable Long product, @Nullable Long brand) {
        static final Match NONE = new Match(null, null);
    }

    /** A product by one of its names; {@code isOpen} when several equally good ones have it. */
    private record Claim(long product, Standing standing, boolean isOpen) {

        static Claim better(Claim one, Claim other) {
            if (one.product == other.product) {
                return one;
            }
            if ((one.standing == Standing.OURS) != (other.standing == Standing.OURS)) {
                return one.standing == Standing.OURS ? one : other;
            }
            return new Claim(one.product, one.standing, true);
        }
    }

    private final Map<String, Claim> products = new HashMap<>();
    private final Map<String, Long> brands = new HashMap<>();
    private final Map<Long, Map<String, Long>> productsOfBrand = new HashMap<>();
    private final Map<String, Match> known = new HashMap<>();

    private EntryNames() {}

    static EntryNames of(CatalogueSnapshot catalogue) {
        EntryNames names = new EntryNames();
        catalogue.entries().forEach(names::add);
        return names;
    }

    /** What the source's words are in the catalogue. */
    Match match(String words) {
        return known.computeIfAbsent(words, this::recognise);
    }

    private void add(CatalogueEntry entry) {
        Target brand = entry.brand();
        Stream.concat(Stream.of(entry.name()), entry.aliases().stream())
                .map(EntryNames::folded)
                .forEach(name -> {
                    if (brand == null) {
                        brands.putIfAbsent(name, entry.target().id());
                    } else {
                        Claim claim = new Claim(entry.target().id(), entry.standing(), false);
                        products.merge(name, claim, Claim::better);
                        productsOfBrand
                                .computeIfAbsent(brand.id(), id -> new HashMap<>())
                                .putIfAbsent(name, entry.target().id());
                    }
                });
    }

    private Match recognise(String words) {
        String name = folded(words);
        Claim claim = products.get(name);
        if (claim != null && !claim.isOpen) {
            return new Match(claim.product, null);
        }
        for (int end = name.length(); end > 0; end = name.lastIndexOf(' ', end - 1)) {
            Long brand = brands.get(name.substring(0, end));
            if (brand != null) {
                String rest = name.substring(end).strip();
                Long product = productsOfBrand.getOrDefault(brand, Map.of()).get(rest);
                return product == null ? new Match(null, brand) : new Match(product, null);
            }
        }
        return Match.NONE;
    }

    private static String folded(String words) {
        return Name.folded(words);
    }
}
