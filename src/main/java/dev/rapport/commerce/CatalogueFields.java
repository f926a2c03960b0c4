package dev.rapport.commerce;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lines of the catalogue from the fields of a file, and from the catalogue itself. */
final class CatalogueFields {

    private static final Pattern BETWEEN = Pattern.compile("\\|");

    private CatalogueFields() {}

    /**
     * Reads one line.
     *
     * @throws IllegalArgumentException with what is missing or not understood
     */
    static CatalogueLine read(Map<String, Object> values) {
        String standing = text(values, "standing");
        return new CatalogueLine(
                choice(CatalogueLine.Kind.class, "kind", required(values, "kind")),
                required(values, "name"),
                standing == null ? null : choice(Standing.class, "standing", standing),
                text(values, "brand"),
                text(values, "product"),
                list(values, "aliases"),
                list(values, "handles"),
                list(values, "words"));
    }

    /** The whole catalogue, every brand followed by its products, then the aspects. */
    static List<CatalogueLine> lines(CatalogueSnapshot catalogue) {
        Map<Target, CatalogueEntry> entries = byTarget(catalogue);
        return Stream.concat(
                        catalogue.entries().stream().map(entry -> line(entry, entries)),
                        catalogue.aspects().stream().map(aspect -> line(aspect, entries)))
                .toList();
    }

    static CatalogueLine line(CatalogueEntry entry, Map<Target, CatalogueEntry> entries) {
        boolean isBrand = entry.brand() == null;
        return new CatalogueLine(
                isBrand ? CatalogueLine.Kind.BRAND : CatalogueLine.Kind.PRODUCT,
                entry.name(),
                isBrand ? entry.standing() : null,
                name(entry.brand(), entries),
                null,
                entry.aliases(),
                entry.handles(),
                null);
    }

    static CatalogueLine line(Aspect aspect, Map<Target, CatalogueEntry> entries) {
        Target of = aspect.of();
        CatalogueEntry owner = of == null ? null : entries.get(of);
        if (owner == null) {
            return line(aspect, null, null);
        }
        return owner.brand() == null
                ? line(aspect, owner.name(), null)
                : line(aspect, name(owner.brand(), entries), owner.name());
    }

    private static CatalogueLine line(Aspect aspect, @Nullable String brand, @Nullable String product) {
        return new CatalogueLine(
                CatalogueLine.Kind.ASPECT, aspect.name(), null, brand, product, null, null, aspect.words());
    }

    static Map<Target, CatalogueEntry> byTarget(CatalogueSnapshot catalogue) {
        return catalogue.entries().stream().collect(Collectors.toMap(CatalogueEntry::target, Function.identity()));
    }

    private static @Nullable String name(@Nullable Target target, Map<Target, CatalogueEntry> entries) {
        CatalogueEntry entry = target == null ? null : entries.get(target);
        return entry == null ? null : entry.name();
    }

    private static String required(Map<String, Object> values, String field) {
        String text = text(values, field);
        if (text == null) {
            throw new IllegalArgumentException("The field “" + field + "” is empty.");
        }
        return text;
    }

    private static @Nullable String text(Map<String, Object> values, String field) {
        Object value = values.get(field);
        String text = value == null ? "" : value.toString().strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable List<String> list(Map<String, Object> values, String field) {
        return switch (values.get(field)) {
            case null -> null;
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            case Object one ->
                BETWEEN.splitAsStream(one.toString()).map(String::strip).toList();
        };
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String field, String written) {
        try {
            return Enum.valueOf(type, written.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            String known = Stream.of(type.getEnumConstants())
                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    "The field “" + field + "” says “" + written + "”. It can be: " + known + ".", unknown);
        }
    }
}
