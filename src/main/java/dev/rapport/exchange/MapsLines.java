package dev.rapport.exchange;

import dev.rapport.exchange.files.Head;
import dev.rapport.exchange.spi.ImportField;
import dev.rapport.exchange.spi.ImportLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns lines with their columns into lines with our fields. */
final class MapsLines implements UnaryOperator<ImportLine> {

    private final Mapping mapping;
    private final Map<String, ImportField> fields;

    private MapsLines(Mapping mapping, List<ImportField> fields) {
        this.mapping = mapping;
        this.fields = fields.stream().collect(Collectors.toMap(ImportField::name, Function.identity()));
    }

    /** Without a mapping columns are called as our fields are, and lines stay as they are. */
    static UnaryOperator<ImportLine> with(@Nullable Mapping mapping, List<ImportField> fields) {
        return mapping == null ? UnaryOperator.identity() : new MapsLines(mapping, fields);
    }

    @Override
    public ImportLine apply(ImportLine line) {
        Map<String, Object> values = new LinkedHashMap<>();
        line.values().forEach((name, value) -> {
            ImportField field = field(name);
            if (field != null) {
                values.merge(field.name(), read(field, value), MapsLines::together);
            }
        });
        mapping.constants().forEach(values::putIfAbsent);
        return new ImportLine(line.number(), values);
    }

    /** JSON may name a field late that was not seen when the mapping was made; it counts when it is called as ours. */
    private @Nullable ImportField field(String column) {
        String key = Head.key(column);
        return fields.get(mapping.columns().getOrDefault(key, column));
    }

    private Object read(ImportField field, Object value) {
        return field.form() == ImportField.Form.DATE && value instanceof String text
                ? Dates.read(text, mapping.dates())
                : value;
    }

    /** The values of several columns that feed one field, in the columns' order. */
    private static Object together(Object first, Object second) {
        List<Object> all = new ArrayList<>(values(first));
        values(second).stream().filter(value -> !all.contains(value)).forEach(all::add);
        return all;
    }

    private static Collection<?> values(Object value) {
        return value instanceof Collection<?> many
                ? many
                : Arrays.stream(value.toString().split("\\|"))
                        .map(String::strip)
                        .toList();
    }
}
