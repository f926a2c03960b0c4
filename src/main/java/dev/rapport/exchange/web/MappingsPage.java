package dev.rapport.exchange.web;

import dev.rapport.exchange.RememberedMapping;
import java.util.List;
import java.util.Map;

/** What is remembered of the columns of each source. */
public record MappingsPage(List<RememberedMapping> mappings) {

    /** The columns that feed a field, by their names' alphabet. */
    public List<Map.Entry<String, String>> fed(RememberedMapping one) {
        return one.mapping().columns().entrySet().stream()
                .filter(pair -> !pair.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

    public String leftOut(RememberedMapping one) {
        return String.join(
                ", ",
                one.mapping().columns().entrySet().stream()
                        .filter(pair -> pair.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
    }
}
