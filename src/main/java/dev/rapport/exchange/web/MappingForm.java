package dev.rapport.exchange.web;

import dev.rapport.exchange.Column;
import dev.rapport.exchange.DateOrder;
import dev.rapport.exchange.ImportKind;
import dev.rapport.exchange.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the form of the second step: {@code column-0}, {@code column-1} … in the file's order, {@code constant-<field>}. */
final class MappingForm {

    private MappingForm() {}

    static Mapping read(Map<String, String> form, List<Column> columns, ImportKind kind) {
        Map<String, String> feeding = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            feeding.put(columns.get(i).key(), form.getOrDefault("column-" + i, ""));
        }
        Map<String, String> constants = new LinkedHashMap<>();
        kind.fields().forEach(field -> {
            String constant = form.getOrDefault("constant-" + field.name(), "").strip();
            if (!constant.isEmpty()) {
                constants.put(field.name(), constant);
            }
        });
        return new Mapping(feeding, constants, dates(form.getOrDefault("dates", "")));
    }

    private static DateOrder dates(String chosen) {
        return List.of(DateOrder.values()).stream()
                .filter(order -> order.name().equals(chosen))
                .findFirst()
                .orElse(DateOrder.AS_WRITTEN);
    }
}
