package dev.rapport.exchange.web;

import dev.rapport.exchange.Column;
import dev.rapport.exchange.DateOrder;
import dev.rapport.exchange.FileLook;
import dev.rapport.exchange.ImportKind;
import dev.rapport.exchange.Mapping;
import dev.rapport.exchange.Upload;
import dev.rapport.exchange.spi.ImportField;
import dev.rapport.exchange.spi.ImportField.Form;
import dev.rapport.exchange.spi.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The second step: which field each column feeds.
 *
 * @param look the file's columns with their first values
 * @param mapping what is proposed or was chosen
 * @param problem what is wrong with it
 */
public record MappingPage(
        Upload upload,
        ImportKind kind,
        FileLook look,
        Mapping mapping,
        @Nullable Reason problem) {

    public List<ImportField> fields() {
        return kind.fields();
    }

    /** Fields that every line needs. */
    public List<ImportField> required() {
        return fields().stream().filter(ImportField::required).toList();
    }

    public boolean isFed(ImportField field) {
        return mapping.columns().containsValue(field.name())
                || mapping.constants().containsKey(field.name());
    }

    public boolean isChosen(Column column, ImportField field) {
        return mapping.field(column.key()).equals(field.name());
    }

    public boolean hasDates() {
        return fields().stream().anyMatch(field -> field.form() == Form.DATE);
    }

    public boolean isWritten(DateOrder order) {
        return mapping.dates() == order;
    }

    public long leftOut() {
        return look.columns().stream()
                .filter(column -> mapping.field(column.key()).isEmpty())
                .count();
    }
}
