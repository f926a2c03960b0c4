package dev.rapport.commerce.web;

import dev.rapport.commerce.Standing;
import dev.rapport.commerce.Target;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A brand or product as a row of the catalogue. {@code brand} is the name of a product's brand. */
public record EntryRow(
        Target target,
        String name,
        Standing standing,
        @Nullable String brand,
        List<String> aliases,
        List<String> handles,
        List<AspectRow> aspects) {

    public boolean isBrand() {
        return target.kind() == Target.Kind.BRAND;
    }

    /** {@code brand-7}: its id on the page and in the address of the next page. */
    public String key() {
        return target.kind().name().toLowerCase(Locale.ROOT) + "-" + target.id();
    }

    public String href() {
        return (isBrand() ? "/catalogue/brands/" : "/catalogue/products/") + target.id();
    }

    /** A side people judge by itself. */
    public record AspectRow(long id, String name, List<String> words) {

        public String href() {
            return "/catalogue/aspects/" + id;
        }
    }
}
