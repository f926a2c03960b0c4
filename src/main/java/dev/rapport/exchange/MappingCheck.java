package dev.rapport.exchange;

import dev.rapport.exchange.spi.ImportField;
import dev.rapport.exchange.spi.Reason;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds what is wrong with a mapping before any line is taken; screens say it as {@code exchange.map.<name>}. */
enum MappingCheck {
    UNKNOWN_FIELD("“%s” has no field %s. It has: %s."),
    MISSING("No column feeds %s. The file has: %s."),
    TWICE("%s is fed by more than one column (%s) and holds one value only."),
    UNKNOWN_COLUMN("The file has no column %s. It has: %s.");

    private final String words;

    MappingCheck(String words) {
        this.words = words;
    }

    /**
     * Looks at all of it.
     *
     * @throws CannotImport with the first thing that is wrong
     */
    static void check(String kind, List<String> columns, List<ImportField> fields, Mapping mapping) {
        fieldsAreKnown(kind, fields, mapping);
        neededAreFed(columns, fields, mapping);
        for (ImportField field : fields) {
            List<String> feeding = columns.stream()
                    .filter(column -> mapping.field(column).equals(field.name()))
                    .toList();
            TWICE.when(
                    feeding.size() > 1 && field.form() != ImportField.Form.MANY,
                    quoted(List.of(field.name())),
                    String.join(", ", feeding));
        }
    }

    /** A map that names columns the file does not have was written for another file. */
    static void columnsAreThere(FileLook look, Mapping said) {
        List<String> missing =
                not(look.keys()::contains, said.columns().keySet().stream().toList());
        UNKNOWN_COLUMN.when(look.isWhole() && !missing.isEmpty(), quoted(missing), String.join(", ", look.keys()));
    }

    private static void fieldsAreKnown(String kind, List<ImportField> fields, Mapping mapping) {
        List<String> known = fields.stream().map(ImportField::name).toList();
        List<String> named = mapping.columns().values().stream()
                .filter(field -> !field.isEmpty())
                .distinct()
                .toList();
        List<String> unknown = not(known::contains, named);
        UNKNOWN_FIELD.when(!unknown.isEmpty(), kind, quoted(unknown), String.join(", ", known));
        unknown = not(known::contains, List.copyOf(mapping.constants().keySet()));
        UNKNOWN_FIELD.when(!unknown.isEmpty(), kind, quoted(unknown), String.join(", ", known));
    }

    private static void neededAreFed(List<String> columns, List<ImportField> fields, Mapping mapping) {
        Map<String, String> constants = mapping.constants();
        List<String> missing = fields.stream()
                .filter(ImportField::required)
                .map(ImportField::name)
                .filter(field -> !constants.containsKey(field)
                        && columns.stream()
                                .noneMatch(column -> mapping.field(column).equals(field)))
                .toList();
        MISSING.when(!missing.isEmpty(), quoted(missing), String.join(", ", columns));
    }

    private void when(boolean isWrong, String... details) {
        if (isWrong) {
            throw new CannotImport(
                    new Reason(words.formatted((Object[]) details), "exchange.map." + name(), List.of(details)));
        }
    }

    private static List<String> not(Predicate<String> known, List<String> names) {
        return names.stream().filter(known.negate()).toList();
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "“" + name + "”").collect(Collectors.joining(", "));
    }
}
