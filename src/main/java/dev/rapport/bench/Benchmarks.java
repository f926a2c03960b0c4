package dev.rapport.bench;

import dev.rapport.Rapport;
import dev.rapport.bench.places.Town;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The benchmarks by name. Each starts from an empty home of its own beside the artifact. */
public final class Benchmarks {

    /** The places that {@code channels} talks to, in a process of their own. */
    static final String TOWN = "channels-town";

    private Benchmarks() {}

    public static List<String> names() {
        return List.of(
                "import",
                "intake",
                "channels",
                "understanding",
                "targets-found",
                "alike",
                "understanding-train",
                "identity",
                "identity-train",
                "identity-scale",
                "febrl");
    }

    /** Whether there is a benchmark, or a part of one, of this name. */
    public static boolean isKnown(String name) {
        return names().contains(name) || name.equals(TOWN);
    }

    /**
     * Runs a benchmark and prints its figures.
     *
     * @param arguments the benchmark's own, in the form {@code --messages=300000}
     * @throws BenchFailed when it did not do what it says it measures
     * @throws IllegalArgumentException when there is no such benchmark
     */
    public static void run(String name, List<String> arguments, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        switch (name) {
            case "import" -> imports(arguments, out);
            case "intake" -> intake(arguments, out);
            case "channels" -> channels(arguments, out);
            case TOWN -> town(new Options(arguments), out);
            case "understanding" -> UnderstandingBench.run(arguments, out);
            case "targets-found" -> TargetsFound.run(arguments, out);
            case "alike" -> AlikeBench.run(arguments, out);
            case "understanding-train" -> UnderstandingTrain.run(arguments, out);
            case "identity" -> IdentityBench.run(arguments, out);
            case "identity-train" -> IdentityTrain.run(arguments, out);
            case "identity-scale" -> IdentityScale.run(arguments, out);
            case "febrl" -> FebrlBench.run(arguments, out);
            default ->
                throw new IllegalArgumentException("There is no benchmark “" + name + "”; there is " + names() + ".");
        }
    }

    private static void imports(List<String> arguments, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        int persons = number(arguments, "--persons=", 100_000);
        int purchases = number(arguments, "--purchases=", 300_000);
        int rounds = number(arguments, "--rounds=", 3);
        try (ConfigurableApplicationContext context = started()) {
            new ImportBench(context, persons, purchases, rounds, out).run();
        }
    }

    private static void intake(List<String> arguments, PrintStream out) throws IOException, SQLException {
        int messages = number(arguments, "--messages=", 300_000);
        int rounds = number(arguments, "--rounds=", 3);
        try (ConfigurableApplicationContext context = started()) {
            new IntakeBench(context, messages, rounds, out).run();
        }
    }

    private static void channels(List<String> arguments, PrintStream out) throws IOException, InterruptedException {
        Path home = home();
        delete(home);
        new ChannelsBench(home, Benchmarks::startedIn, new Options(arguments), out).run();
    }

    /** The other half of {@code channels}: the places it talks to, in a process of their own. */
    private static void town(Options options, PrintStream out) throws IOException, InterruptedException {
        Town.live(
                options.number("--messages", 1_000),
                options.number("--seeds", 0),
                options.number("--seconds", 10),
                out);
    }

    private static ConfigurableApplicationContext started() throws IOException {
        Path home = home();
        delete(home);
        return startedIn(home);
    }

    private static Path home() {
        return Path.of("target", "bench-home").toAbsolutePath();
    }

    private static ConfigurableApplicationContext startedIn(Path home) {
        return new SpringApplicationBuilder(Rapport.class)
                .web(WebApplicationType.NONE)
                .properties("rapport.home=" + home, "spring.main.banner-mode=off", "logging.level.root=warn")
                .run();
    }

    private static int number(List<String> arguments, String name, int otherwise) {
        return arguments.stream()
                .filter(one -> one.startsWith(name))
                .map(one -> Integer.parseInt(one.substring(name.length())))
                .findFirst()
                .orElse(otherwise);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, java.io.IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
