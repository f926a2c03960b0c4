package dev.rapport.cli;

import dev.rapport.bench.Benchmarks;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Runs a benchmark by its name. */
@Command(name = "bench", description = "Measure something and print key=value lines.")
final class Bench implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NAME", description = "What to measure, for example intake.")
    String name = "";

    @Unmatched
    List<String> arguments = new ArrayList<>();

    private Bench() {}

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        if (!Benchmarks.isKnown(name)) {
            throw new CommandFailed(
                    "There is no benchmark “" + name + "”. There are: " + String.join(", ", Benchmarks.names()) + ".");
        }
        Benchmarks.run(name, arguments, new PrintStream(System.out, true, StandardCharsets.UTF_8));
        return 0;
    }
}
