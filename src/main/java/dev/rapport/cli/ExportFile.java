package dev.rapport.cli;

import dev.rapport.exchange.Exports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what Rapport holds into a file that can be imported again. */
@Command(
        name = "export",
        description = "Write one kind of thing into a file: NDJSON, or CSV when its name says so; .gz packs it.")
final class ExportFile implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "KIND", description = "What to write, for example catalogue.")
    String kind = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The file; it may not exist yet.")
    Path file = Path.of("");

    @Spec
    CommandSpec spec = CommandSpec.create();

    private ExportFile() {}

    @Override
    public Integer call() throws IOException {
        try (ConfigurableApplicationContext application = Application.aside()) {
            long rows = application.getBean(Exports.class).write(kind, file);
            spec.commandLine().getOut().println("Wrote " + rows + " rows into " + file.toAbsolutePath() + ".");
            return 0;
        }
    }
}
