package dev.rapport.exchange.web;

import dev.rapport.exchange.Preview;
import dev.rapport.exchange.Upload;
import dev.rapport.exchange.spi.ImportField;
import dev.rapport.exchange.spi.Reason;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The third step: what would become of the file.
 *
 * @param fields of its kind
 * @param leftOut the columns that are not taken
 * @param preview what was seen; none when {@code problem} says why it could not be looked at
 */
public record PreviewPage(
        Upload upload,
        List<ImportField> fields,
        List<String> leftOut,
        @Nullable Preview preview,
        @Nullable Reason problem) {

    private static final int SHOWN = 120;

    /** The fields of which a shown row says something, in the order of its kind. */
    public List<String> columns(Preview seen) {
        return fields.stream()
                .map(ImportField::name)
                .filter(name ->
                        seen.rows().stream().anyMatch(row -> row.values().containsKey(name)))
                .toList();
    }

    public String value(Preview.Row row, String field) {
        Object value = row.values().getOrDefault(field, "");
        String text = value instanceof List<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining(" | "))
                : value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
