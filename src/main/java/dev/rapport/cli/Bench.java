package dev.rapport.cli;

import dev.rapport.cli.spi.Benchmark;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Runs a benchmark by its name. */
@Command(name = "bench", description = "Measure something and print key=value lines.")
final class Bench implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NAME", description = "What to measure, for example intake.")
    String name = "";

    @Unmatched
    List<String> arguments = List.of();

    @Spec
    CommandSpec spec = CommandSpec.create();

    private Bench() {}

    @Override
    public Integer call() throws Exception {
        List<Benchmark> all = StreamSupport.stream(
                        ServiceLoader.load(Benchmark.class).spliterator(), false)
                .toList();
        Benchmark benchmark = all.stream()
                .filter(b -> b.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandFailed(unknown(all)));
        return benchmark.run(arguments, spec.commandLine().getOut());
    }

    private String unknown(List<Benchmark> all) {
        String known = all.stream().map(Benchmark::name).sorted().collect(Collectors.joining(", "));
        return "There is no benchmark “" + name + "”. "
                + (known.isEmpty() ? "This build has none." : "There are: " + known + ".");
    }
}
