package dev.rapport.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes everything into one file, also while Rapport runs. */
@Command(
        name = "backup",
        description = "Write the whole database and its keys into one file; keep it as secret as a key.")
final class Backup implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file to write; it may not exist yet.")
    Path file = Path.of("");

    @Spec
    CommandSpec spec = CommandSpec.create();

    private Backup() {}

    @Override
    public Integer call() throws IOException {
        try (Database database = Database.aside()) {
            OneLine line = new OneLine(spec.commandLine().getErr());
            long rows = database.backups().backup(file, line::say);
            line.end();
            spec.commandLine().getOut().println("Backed up " + rows + " rows into " + file.toAbsolutePath() + ".");
            return 0;
        }
    }
}
