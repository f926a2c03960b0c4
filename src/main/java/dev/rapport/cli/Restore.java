package dev.rapport.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fills an empty home from a backup. */
@Command(name = "restore", description = "Fill an empty home from a backup.")
final class Restore implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A file that “backup” wrote.")
    Path file = Path.of("");

    @Spec
    CommandSpec spec = CommandSpec.create();

    private Restore() {}

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file)) {
            throw new CommandFailed("There is no file " + file + " that can be read.");
        }
        try (Database database = Database.alone()) {
            OneLine line = new OneLine(spec.commandLine().getErr());
            long rows = database.backups().restore(file, line::say);
            line.end();
            spec.commandLine()
                    .getOut()
                    .println("Restored " + rows + " rows into "
                            + Application.home().folder() + ".");
            return 0;
        }
    }
}
