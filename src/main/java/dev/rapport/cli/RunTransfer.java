package dev.rapport.cli;

import dev.rapport.exchange.Import;
import dev.rapport.exchange.Imports;
import dev.rapport.exchange.Progress;
import dev.rapport.exchange.databases.Transfer;
import dev.rapport.exchange.databases.TransferId;
import dev.rapport.exchange.databases.TransferRun;
import dev.rapport.exchange.databases.TransferRun.State;
import dev.rapport.exchange.databases.Transfers;
import dev.rapport.exchange.spi.Reason;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs what comes from a database, or goes back into it, and waits for its import. */
@Command(name = "run", description = "Run a query or a write-back by its name, now.")
final class RunTransfer implements Runnable {

    private static final long GLANCE_MILLIS = 500;

    @Parameters(paramLabel = "NAME", description = "Its name, as on the screen.")
    String name = "";

    @Spec
    CommandSpec spec = CommandSpec.create();

    private RunTransfer() {}

    @Override
    public void run() {
        try (ConfigurableApplicationContext application = Application.aside()) {
            Transfers transfers = application.getBean(Transfers.class);
            TransferId id = transfers
                    .named(name)
                    .map(Transfer::id)
                    .orElseThrow(() -> new CommandFailed(
                            "There is no query or write-back “" + name + "”. They are listed at /databases."));
            report(toEnd(transfers, application.getBean(Imports.class), id));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("It was interrupted; the serving process goes on with it.");
        }
    }

    /** Steps until the run is over and there is no more; a serving process may take some of the steps. */
    private Transfer toEnd(Transfers transfers, Imports imports, TransferId id) throws InterruptedException {
        while (true) {
            Transfer now = transfers.step(id);
            TransferRun run = now.last();
            if (run == null || run.state() == State.READING) {
                TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            } else if (run.state() == State.IMPORTING && run.importId() != null) {
                say(imports.runToEnd(run.importId(), progress -> {}));
                Transfer settled = transfers.step(id);
                if (!Objects.requireNonNull(settled.last()).isFull() || settled.problem() != null) {
                    return settled;
                }
            } else {
                return now;
            }
        }
    }

    private void say(Import ended) {
        Progress all = ended.progress();
        say(String.format(
                Locale.ROOT,
                "%d rows, %d added, %d changed, %d there already, %d refused.",
                all.lines(),
                all.added(),
                all.changed(),
                all.repeated(),
                all.refused()));
    }

    private void report(Transfer ended) {
        Reason problem = ended.problem();
        if (problem != null) {
            throw new CommandFailed(problem.words());
        }
        TransferRun run = Objects.requireNonNull(ended.last());
        if (run.importId() == null) {
            say(run.rows() == 0 ? "Nothing new." : run.rows() + " rows written, " + run.refused() + " refused.");
        }
        Reason first = run.why();
        if (first != null) {
            say("  " + first.words());
        }
    }

    private void say(String words) {
        spec.commandLine().getOut().println(words);
        spec.commandLine().getOut().flush();
    }
}
