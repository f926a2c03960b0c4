package dev.rapport.exchange;

import dev.rapport.exchange.spi.ImportField;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proposes which field each column feeds: what was said of it before, else the field of the same name, of a similar name,
 * of a synonym. A field that holds one value is proposed once.
 */
final class Suggestions {

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-]\\d{2,4}\\b.*");
    private static final int MONTHS = 12;

    private final List<Column> columns;
    private final List<ImportField> fields;
    private final Map<String, String> found = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    private Suggestions(List<Column> columns, List<ImportField> fields) {
        this.columns = columns;
        this.fields = fields;
    }

    /** A mapping that says of every column which field it feeds or that it is left out. */
    static Mapping of(List<Column> columns, List<ImportField> fields, Mapping said) {
        Suggestions suggestions = new Suggestions(columns, fields);
        suggestions.keep(said);
        suggestions.round((column, field) -> column.equals(field.name()));
        suggestions.round((column, field) -> squeezed(column).equals(squeezed(field.name())));
        suggestions.round((column, field) ->
                field.synonyms().stream().anyMatch(synonym -> squeezed(column).equals(squeezed(synonym))));
        Map<String, String> all = new LinkedHashMap<>();
        columns.forEach(column -> all.put(column.key(), suggestions.found.getOrDefault(column.key(), "")));
        DateOrder dates = said.dates() == DateOrder.AS_WRITTEN ? suggestions.dates() : said.dates();
        return new Mapping(all, said.constants(), dates);
    }

    private void keep(Mapping said) {
        for (Column column : columns) {
            String field = said.columns().get(column.key());
            if (field != null) {
                found.put(column.key(), field);
                taken.add(field);
            }
        }
    }

    private void round(BiPredicate<String, ImportField> fits) {
        for (Column column : columns) {
            for (ImportField field : fields) {
                boolean isFree = field.form() == ImportField.Form.MANY || !taken.contains(field.name());
                if (isFree && !found.containsKey(column.key()) && fits.test(column.key(), field)) {
                    found.put(column.key(), field.name());
                    taken.add(field.name());
                }
            }
        }
    }

    /** Which number is a month is sure when the other is beyond twelve. */
    private DateOrder dates() {
        for (Column column : columns) {
            boolean isDate = fields.stream()
                    .anyMatch(field -> field.form() == ImportField.Form.DATE
                            && field.name().equals(found.get(column.key())));
            for (String sample : isDate ? column.samples() : List.<String>of()) {
                Matcher day = DAY.matcher(sample);
                if (day.matches()) {
                    return Integer.parseInt(day.group(2)) > MONTHS ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
                }
            }
        }
        return DateOrder.AS_WRITTEN;
    }

    private static String squeezed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
