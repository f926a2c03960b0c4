package dev.rapport.exchange.databases.web;

import dev.rapport.exchange.databases.Database;
import dev.rapport.exchange.databases.Intake;
import dev.rapport.exchange.databases.Transfer;
import dev.rapport.exchange.databases.TransferRun;
import dev.rapport.exchange.databases.WriteBack;
import java.util.List;
import java.util.stream.Collectors;

/** What comes from a database or goes back into it, and its runs, newest first. */
public record TransferPage(Database database, Transfer transfer, List<TransferRun> runs) {

    /** Where it is changed. */
    public String edit() {
        String kind = transfer.isIntake() ? "intakes" : "write-backs";
        return "/databases/" + database.id().value() + "/" + kind + "/"
                + transfer.id().value();
    }

    /** The system its rows are said to come from. */
    public String source() {
        return transfer.plan() instanceof Intake intake ? intake.options().getOrDefault("source", "") : "";
    }

    public String query() {
        return transfer.plan() instanceof Intake intake ? intake.query() : "";
    }

    public String table() {
        return transfer.plan() instanceof WriteBack back ? back.table() : "";
    }

    /** What is written into which column. */
    public String columns() {
        return transfer.plan() instanceof WriteBack back
                ? back.columns().entrySet().stream()
                        .map(pair -> pair.getKey() + " → " + pair.getValue())
                        .collect(Collectors.joining(", "))
                : "";
    }
}
