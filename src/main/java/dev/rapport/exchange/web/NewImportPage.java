package dev.rapport.exchange.web;

import dev.rapport.exchange.ImportKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form that starts an import.
 *
 * @param kinds everything that can be imported, with its fields and options
 * @param chosen the one that is
 * @param values what was typed for its options
 * @param problem why it could not be started, in words
 */
public record NewImportPage(
        List<ImportKind> kinds,
        ImportKind chosen,
        Map<String, String> values,
        @Nullable String problem) {

    public String value(String option) {
        return values.getOrDefault(option, "");
    }
}
