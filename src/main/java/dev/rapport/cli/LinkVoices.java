package dev.rapport.cli;

import dev.rapport.people.LinkState;
import dev.rapport.people.Replays;
import dev.rapport.people.Replays.Difference;
import dev.rapport.people.Replays.Part;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares all voices with all persons again and says what becomes of the links, or would; Ctrl-C stops after a page. */
@Command(
        name = "link",
        description = "Compare every profile with every person again. What people decided stays as it is.")
final class LinkVoices implements Callable<Integer> {

    @Option(names = "--replay", required = true, description = "Compare all of them, by the rules in force now.")
    boolean replay;

    @Option(names = "--dry-run", description = "Change nothing, only say what would become of the links.")
    boolean dry;

    @Option(names = "--out", paramLabel = "FILE", description = "Write each difference into a new CSV file.")
    @Nullable
    Path out;

    @Option(
            names = "--after",
            paramLabel = "ID",
            description = "Go on behind this profile, where it was stopped before.")
    long after;

    @Spec
    CommandSpec spec = CommandSpec.create();

    private final Map<LinkState, Integer> counts = new EnumMap<>(LinkState.class);
    private final AtomicBoolean stopped = new AtomicBoolean();
    private long last;
    private long compared;

    private LinkVoices() {}

    @Override
    public Integer call() throws IOException {
        try (ConfigurableApplicationContext application = Application.aside();
                PrintWriter differences = new PrintWriter(out == null ? Writer.nullWriter() : file(out))) {
            Thread caller = Thread.currentThread();
            Thread stop = new Thread(() -> stop(caller));
            Runtime.getRuntime().addShutdownHook(stop);
            differences.println("profile,person,before,now");
            application.getBean(Replays.class).run(after, dry, part -> take(part, differences));
            report();
            if (!stopped.get()) {
                Runtime.getRuntime().removeShutdownHook(stop);
            }
            return 0;
        }
    }

    private static Writer file(Path path) throws IOException {
        return Files.newBufferedWriter(path, StandardOpenOption.CREATE_NEW);
    }

    private void stop(Thread caller) {
        stopped.set(true);
        try {
            caller.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean take(Part part, PrintWriter differences) {
        last = part.last().value();
        compared = part.compared();
        for (Difference one : part.differences()) {
            counts.merge(one.now(), 1, Integer::sum);
            differences.printf(
                    "%d,%d,%s,%s%n",
                    one.profile().value(), one.person().value(), one.before() == null ? "" : one.before(), one.now());
        }
        say("\rCompared " + compared + " profiles …");
        return !stopped.get();
    }

    private void report() {
        say(String.format(
                Locale.ROOT,
                "\r%s %d profiles: %d links made, %d questions asked, %d taken back.%n",
                dry ? "Would change, after comparing" : "Compared",
                compared,
                counts.getOrDefault(LinkState.CONFIRMED, 0),
                counts.getOrDefault(LinkState.PROPOSED, 0),
                counts.getOrDefault(LinkState.WITHDRAWN, 0)));
        if (stopped.get()) {
            say("Stopped. Go on with --after " + last + ".\n");
        }
    }

    private void say(String words) {
        PrintWriter screen = spec.commandLine().getOut();
        screen.print(words);
        screen.flush();
    }
}
