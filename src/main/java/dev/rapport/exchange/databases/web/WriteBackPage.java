package dev.rapport.exchange.databases.web;

import dev.rapport.exchange.databases.Database;
import dev.rapport.exchange.databases.Transfer;
import dev.rapport.exchange.spi.Reason;
import dev.rapport.shared.web.FormProblems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An export that is written into a table: first which and where, then column by column.
 *
 * @param kinds what can be written
 * @param tables of their database
 * @param fields of the kind, once it is chosen
 * @param columns of the table, once it is chosen
 */
public record WriteBackPage(
        Database database,
        @Nullable Transfer transfer,
        WriteBackForm form,
        List<String> kinds,
        List<String> tables,
        List<String> fields,
        List<String> columns,
        FormProblems problems,
        @Nullable Reason problem) {

    /** Where the form goes. */
    public String home() {
        String home = "/databases/" + database.id().value() + "/write-backs";
        return transfer == null ? home : home + "/" + transfer.id().value();
    }

    public boolean isChosen() {
        return !columns.isEmpty();
    }
}
