package dev.rapport.exchange.web;

import dev.rapport.exchange.ImportKind;
import dev.rapport.exchange.spi.Reason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form that brings a file.
 *
 * @param kinds everything that can be imported, with its fields and options
 * @param chosen the one that is
 * @param sources the systems that something came from already
 * @param values what was typed for its options
 * @param problem why it could not be taken
 */
public record NewImportPage(
        List<ImportKind> kinds,
        ImportKind chosen,
        List<String> sources,
        Map<String, String> values,
        @Nullable Reason problem) {

    public String value(String option) {
        return values.getOrDefault(option, "");
    }
}
