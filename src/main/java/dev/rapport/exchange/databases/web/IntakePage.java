package dev.rapport.exchange.databases.web;

import dev.rapport.exchange.Column;
import dev.rapport.exchange.ImportKind;
import dev.rapport.exchange.databases.Database;
import dev.rapport.exchange.databases.Look;
import dev.rapport.exchange.databases.Transfer;
import dev.rapport.exchange.spi.ImportField;
import dev.rapport.exchange.spi.Reason;
import dev.rapport.shared.web.FormProblems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query that is written or changed.
 *
 * @param transfer none when it is new
 * @param kinds what can be brought
 * @param kind what is brought
 * @param sources systems that something came from already
 * @param look its first rows, once somebody asked for them
 * @param problem why they cannot be shown
 */
public record IntakePage(
        Database database,
        @Nullable Transfer transfer,
        IntakeForm form,
        List<ImportKind> kinds,
        ImportKind kind,
        List<String> sources,
        @Nullable Look look,
        FormProblems problems,
        @Nullable Reason problem) {

    /** Where the form goes. */
    public String home() {
        String home = "/databases/" + database.id().value() + "/intakes";
        return transfer == null ? home : home + "/" + transfer.id().value();
    }

    public boolean isChosen(Look seen, Column column, ImportField field) {
        return seen.mapping().field(column.key()).equals(field.name());
    }

    /** Fields that every row needs. */
    public List<ImportField> required() {
        return kind.fields().stream().filter(ImportField::required).toList();
    }

    public boolean isFed(Look seen, ImportField field) {
        return seen.mapping().columns().containsValue(field.name());
    }
}
