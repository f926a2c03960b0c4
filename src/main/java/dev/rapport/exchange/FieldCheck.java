package dev.rapport.exchange;

import dev.rapport.exchange.files.Head;
import dev.rapport.exchange.files.UnreadableFile;
import dev.rapport.exchange.spi.ImportField;
import dev.rapport.exchange.spi.ImportTarget;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the columns of a CSV with what its target needs, before any line is taken. */
final class FieldCheck {

    private FieldCheck() {}

    static void head(Optional<Head> head, ImportTarget target, @Nullable Mapping mapping) {
        if (mapping == null) {
            head.ifPresent(columns -> check(columns, target.fields()));
        } else {
            head.ifPresent(csv -> MappingCheck.check(target.kind(), csv.columns(), target.fields(), mapping));
        }
    }

    /** Whether every needed field has a column of its name. */
    static boolean fits(List<String> columns, List<ImportField> fields) {
        return fields.stream()
                .filter(ImportField::required)
                .map(ImportField::name)
                .allMatch(columns::contains);
    }

    private static void check(Head head, List<ImportField> fields) {
        String missing = fields.stream()
                .filter(field -> field.required() && !head.columns().contains(field.name()))
                .map(field -> "“" + field.name() + "”")
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new UnreadableFile("The first line of this CSV names no column " + missing + ". It names: "
                    + String.join(", ", head.columns()) + ".");
        }
    }
}
