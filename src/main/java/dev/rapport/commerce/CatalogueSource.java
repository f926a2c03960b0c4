package dev.rapport.commerce;

import dev.rapport.exchange.spi.ExportSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Exports the catalogue as it is imported: brands before their products, then aspects. */
@Component
class CatalogueSource implements ExportSource {

    private final Catalogue catalogue;

    CatalogueSource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String kind() {
        return "catalogue";
    }

    @Override
    public List<String> fields() {
        return List.of("kind", "name", "standing", "brand", "product", "aliases", "handles", "words");
    }

    @Override
    public void each(Consumer<Map<String, Object>> row) {
        catalogue.lines().stream().map(CatalogueSource::row).forEach(row);
    }

    private static Map<String, Object> row(CatalogueLine line) {
        Map<String, Object> row = new LinkedHashMap<>();
        put(row, "kind", line.kind().name().toLowerCase(Locale.ROOT));
        put(row, "name", line.name());
        put(
                row,
                "standing",
                line.standing() == null ? null : line.standing().name().toLowerCase(Locale.ROOT));
        put(row, "brand", line.brand());
        put(row, "product", line.product());
        put(row, "aliases", line.aliases());
        put(row, "handles", line.handles());
        put(row, "words", line.words());
        return row;
    }

    private static void put(Map<String, Object> row, String field, @Nullable Object value) {
        if (value != null) {
            row.put(field, value);
        }
    }
}
