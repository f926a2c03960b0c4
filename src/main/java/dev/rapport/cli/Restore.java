package dev.rapport.cli;

import dev.rapport.shared.ErasureLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fills an empty home from a backup. */
@Command(name = "restore", description = "Fill an empty home from a backup.")
final class Restore implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A file that “backup” wrote.")
    Path file = Path.of("");

    @Option(
            names = "--erasures",
            paramLabel = "LOG",
            description =
                    "The erasures.log of the home that is gone, so that whoever was erased since the backup stays so.")
    @Nullable
    Path erasures;

    @Spec
    CommandSpec spec = CommandSpec.create();

    private Restore() {}

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file)) {
            throw new CommandFailed("There is no file " + file + " that can be read.");
        }
        ErasureLog log = new ErasureLog(Application.home());
        if (erasures != null) {
            log.append(ErasureLog.read(erasures));
        }
        try (Database database = Database.alone()) {
            OneLine line = new OneLine(spec.commandLine().getErr());
            long rows = database.backups().restore(file, line::say);
            line.end();
            spec.commandLine()
                    .getOut()
                    .println("Restored " + rows + " rows into "
                            + Application.home().folder() + ".");
        }
        eraseAgain(log);
        return 0;
    }

    /** The application repeats erasures before it does anything else; here it does nothing else. */
    private void eraseAgain(ErasureLog log) {
        if (log.read().isEmpty()) {
            return;
        }
        try (ConfigurableApplicationContext repeated = Application.aside()) {
            spec.commandLine()
                    .getOut()
                    .println("Whoever was erased since that backup was erased again ("
                            + log.read().size() + " entries in erasures.log).");
        }
    }
}
