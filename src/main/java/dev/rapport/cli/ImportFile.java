package dev.rapport.cli;

import dev.rapport.conversations.BatchWorkers;
import dev.rapport.exchange.Import;
import dev.rapport.exchange.ImportId;
import dev.rapport.exchange.ImportState;
import dev.rapport.exchange.Imports;
import dev.rapport.exchange.Mapping;
import dev.rapport.exchange.MappingFile;
import dev.rapport.exchange.Progress;
import dev.rapport.exchange.StartImport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a file in and shows how far it is; Ctrl-C stops it where it can go on. */
@Command(name = "import", description = "Bring a file in: CSV, NDJSON or a JSON array, packed with gzip or not.")
final class ImportFile implements Callable<Integer> {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    @Parameters(index = "0", arity = "0..1", paramLabel = "KIND", description = "What it holds: catalogue, messages …")
    @Nullable
    String kind;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "The file; it is copied first.")
    @Nullable
    Path file;

    @Option(names = "--inbox", paramLabel = "NAME", description = "Of messages: the inbox; made when there is none.")
    @Nullable
    String inbox;

    @Option(names = "--source", paramLabel = "NAME", description = "Where it comes from, when its kind asks for it.")
    @Nullable
    String source;

    @Option(
            names = "--map",
            paramLabel = "FILE",
            description = "What its columns are, as JSON; remembered for its source.")
    @Nullable
    Path map;

    @ArgGroup
    @Nullable
    Time time;

    @Option(names = "--resume", paramLabel = "ID", description = "Go on with an import that stopped or failed.")
    @Nullable
    Long resumed;

    @Option(
            names = "--refused",
            paramLabel = "FILE",
            description = "Write the refused lines, with reasons, into a file.")
    @Nullable
    Path refused;

    @Spec
    CommandSpec spec = CommandSpec.create();

    private ImportFile() {}

    /** Whether messages are past or present. */
    static final class Time {

        @Option(names = "--history", description = "Messages of the past: read and counted, nothing is begun by them.")
        boolean history;

        @Option(names = "--live", description = "Messages of now: complaints open cases.")
        boolean live;
    }

    @Override
    public Integer call() throws Exception {
        if (resumed == null && (kind == null || file == null)) {
            throw new CommandFailed(
                    "Say what to import and from which file: rapport import messages FILE --inbox NAME");
        }
        try (ConfigurableApplicationContext application = Application.aside()) {
            Imports imports = application.getBean(Imports.class);
            ImportId id = resumed == null ? start(imports) : resume(imports, resumed);
            Import ended = run(imports, id);
            if (ended.state() == ImportState.DONE) {
                finishBatches(application.getBean(BatchWorkers.class));
            }
            return report(imports, ended);
        }
    }

    private ImportId start(Imports imports) {
        Path from = Objects.requireNonNull(file);
        Map<String, String> options = new HashMap<>();
        put(options, "inbox", inbox);
        put(options, "source", source);
        put(options, "as", time == null ? null : time.live ? "live" : "history");
        Mapping mapping = map == null ? null : MappingFile.read(map);
        ImportId id = imports.start(new StartImport(
                Objects.requireNonNull(kind), from, String.valueOf(from.getFileName()), options, mapping, null, null));
        imports.find(id).map(Import::mapping).ifPresent(this::sayColumns);
        return id;
    }

    /** Nothing is left out in silence. */
    private void sayColumns(Mapping mapping) {
        List<String> leftOut = new ArrayList<>();
        mapping.columns().forEach((column, field) -> {
            if (field.isEmpty()) {
                leftOut.add(column);
            } else {
                say("  " + column + " -> " + field);
            }
        });
        mapping.constants().forEach((field, constant) -> say("  always “" + constant + "” -> " + field));
        if (!leftOut.isEmpty()) {
            say("  left out: " + String.join(", ", leftOut));
        }
    }

    private static ImportId resume(Imports imports, long id) {
        imports.resume(new ImportId(id));
        return new ImportId(id);
    }

    /** Ctrl-C asks for a stop and waits for it, so that what was taken is kept and the console says how to go on. */
    private Import run(Imports imports, ImportId id) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        Thread stopping = new Thread(() -> {
            imports.stop(id);
            await(over);
        });
        Runtime.getRuntime().addShutdownHook(stopping);
        try {
            OneLine line = new OneLine(spec.commandLine().getErr());
            Import ended = imports.runToEnd(id, progress -> line.say(words(progress)));
            line.end();
            if (ended.state() == ImportState.STOPPED) {
                say("Stopped. Go on with: rapport import --resume " + id.value());
            }
            return ended;
        } finally {
            over.countDown();
            remove(stopping);
        }
    }

    private int report(Imports imports, Import ended) throws IOException {
        Progress all = ended.progress();
        say(String.format(
                Locale.ROOT,
                "%s: %d lines, %d added, %d changed, %d there already, %d refused, %d lines/s.",
                ended.fileName(),
                all.lines(),
                all.added(),
                all.changed(),
                all.repeated(),
                all.refused(),
                all.rate()));
        if (refused != null && all.refused() > 0) {
            try (BufferedWriter writer = Files.newBufferedWriter(refused)) {
                imports.refusedFile(ended.id()).writeTo(writer);
            }
            say("The refused lines are in " + refused + ".");
        } else if (all.refused() > 0) {
            imports.refused(ended.id(), 0, 3).forEach(line -> say("  line " + line.line() + ": " + line.why()));
            say("See all of them at /imports/" + ended.id().value() + ", or write them with --refused FILE.");
        }
        if (ended.state() == ImportState.FAILED) {
            throw new CommandFailed(ended.why() + " (Import " + ended.id().value() + ".)");
        }
        return ended.state() == ImportState.DONE ? 0 : 1;
    }

    /** The messages are in; reading them and what follows goes on in batches, here or in the running server. */
    private void finishBatches(BatchWorkers batches) throws InterruptedException {
        OneLine line = new OneLine(spec.commandLine().getErr());
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        long waiting = batches.waiting();
        for (; waiting > 0 && System.nanoTime() < end; waiting = batches.waiting()) {
            line.say("Reading: " + waiting + " batches left");
            TimeUnit.MILLISECONDS.sleep(300);
        }
        line.end();
        if (waiting > 0) {
            say(waiting + " batches are not read yet. They will be when Rapport runs: rapport serve");
        }
    }

    private static String words(Progress progress) {
        return String.format(
                Locale.ROOT,
                "%3.0f %%  %d lines  %d added  %d there already  %d refused  %d lines/s",
                progress.share() * 100,
                progress.lines(),
                progress.added(),
                progress.repeated(),
                progress.refused(),
                progress.rate());
    }

    private void say(String words) {
        spec.commandLine().getOut().println(words);
        spec.commandLine().getOut().flush();
    }

    private static void put(Map<String, String> options, String name, @Nullable String value) {
        if (value != null) {
            options.put(name, value);
        }
    }

    private static void await(CountDownLatch over) {
        try {
            over.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // The machine is on its way down, which is what the hook was for.
        }
    }
}
