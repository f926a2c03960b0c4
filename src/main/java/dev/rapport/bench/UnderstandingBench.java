package dev.rapport.bench;

import dev.rapport.commerce.CatalogueEntry;
import dev.rapport.commerce.CatalogueSnapshot;
import dev.rapport.commerce.Standing;
import dev.rapport.commerce.Target;
import dev.rapport.understanding.CarePatterns;
import dev.rapport.understanding.CatalogueReader;
import dev.rapport.understanding.Intent;
import dev.rapport.understanding.Tone;
import dev.rapport.understanding.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How well and how fast messages are read: {@code bin/bench understanding DIR} checks the reader against every labelled file
 * of {@code DIR/{sentiment,targets,intent,reason,language}/*.ndjson} and prints a line each. With
 * {@code --learn FILE --n 300 --seed 1} so many corrections drawn from a file are taught before.
 */
final class UnderstandingBench {

    static final List<String> LANGUAGES = List.of("en", "fr", "es", "de");

    static final Map<String, Intent> INTENTS = Map.of(
            "complaint", Intent.COMPLAINT,
            "question", Intent.QUESTION,
            "idea", Intent.IDEA,
            "suggestion", Intent.IDEA,
            "purchase", Intent.PURCHASE_INTEREST);
    private static final Set<String> POLARITIES = Set.of("positive", "neutral", "negative");
    private static final int PRODUCTS = 200;

    private final PrintStream out;
    private final CatalogueReader reader;
    private final Calibration calibration = new Calibration();
    private final List<String> texts = new ArrayList<>();

    private UnderstandingBench(PrintStream out, CatalogueReader reader) {
        this.out = out;
        this.reader = reader;
    }

    /** Checks every file under a folder; unreadable folders are an error. */
    static void run(List<String> arguments, PrintStream out) throws IOException {
        var options = new Options(arguments);
        var reader = new CatalogueReader(nothing(), LANGUAGES, CarePatterns.defaults());
        String learn = options.text("--learn", "");
        if (!learn.isEmpty()) {
            int n = options.number("--n", 300);
            reader = reader.taughtBy(Replayed.from(Path.of(learn), n, options.number("--seed", 1)), n);
            out.println("taught=" + n + " from=" + Path.of(learn).getFileName());
        }
        new UnderstandingBench(out, reader).all(options.folder());
    }

    private void all(Path dir) throws IOException {
        for (String kind : List.of("sentiment", "targets", "intent", "reason", "language")) {
            Path folder = dir.resolve(kind);
            if (Files.isDirectory(folder)) {
                folder(kind, folder);
            }
        }
        speed();
    }

    private void folder(String kind, Path folder) throws IOException {
        for (Path file : Labelled.files(folder)) {
            String name = kind + "/" + Labelled.name(file);
            List<Labelled> rows = Labelled.read(file);
            switch (kind) {
                case "sentiment", "targets" -> polarity(name, rows);
                case "intent" -> intent(name, rows);
                case "language" -> language(name, rows);
                default -> skipped(name, rows);
            }
        }
    }

    private void skipped(String name, List<Labelled> rows) {
        out.println(name + " n=" + rows.size() + " skipped=labels");
    }

    private void polarity(String name, List<Labelled> rows) {
        var score = new Score(rows);
        if (!POLARITIES.containsAll(score.labels())) {
            skipped(name, rows);
            return;
        }
        for (Labelled row : rows) {
            if (row.from() == null) {
                texts.add(row.text());
            }
            if (LANGUAGES.contains(row.lang())) {
                score.add(row, judged(row, score.labels()));
            } else {
                calibration.abstained();
                score.add(row, "");
            }
        }
        out.println(name + " " + score + (name.contains("mixed") ? " " + score.allRight() : ""));
    }

    /** The likeliest of the file's labels, and how sure it is among them. */
    private String judged(Labelled row, Set<String> labels) {
        Tone tone = row.from() == null
                ? reader.tone(row.text(), row.lang())
                : reader.toneAbout(row.text(), row.span(), row.lang());
        double all = labels.stream().mapToDouble(label -> chance(tone, label)).sum();
        String likeliest = labels.iterator().next();
        for (String label : labels) {
            likeliest = chance(tone, label) > chance(tone, likeliest) ? label : likeliest;
        }
        calibration.add(chance(tone, likeliest) / all, likeliest.equals(row.label()));
        return likeliest;
    }

    private static double chance(Tone tone, String label) {
        return switch (label) {
            case "positive" -> tone.positive();
            case "negative" -> tone.negative();
            default -> tone.neutral();
        };
    }

    private void intent(String name, List<Labelled> rows) {
        var score = new Score(rows);
        String label =
                score.labels().stream().filter(INTENTS::containsKey).findFirst().orElse("");
        if (label.isEmpty() || score.labels().size() > 2) {
            skipped(name, rows);
            return;
        }
        String other = score.labels().stream()
                .filter(l -> !l.equals(label))
                .findFirst()
                .orElse("other");
        Intent intent = INTENTS.getOrDefault(label, Intent.QUESTION);
        for (Labelled row : rows) {
            boolean found = reader.read(Words.of(row.text())).intents().contains(intent);
            score.add(row, found ? label : other);
        }
        out.println(name + " " + score);
    }

    private void language(String name, List<Labelled> rows) {
        var score = new Score(rows);
        var limited = new CatalogueReader(nothing(), List.copyOf(score.labels()), CarePatterns.defaults());
        for (Labelled row : rows) {
            score.add(row, limited.languageOf(row.text()));
        }
        out.println(name + " " + score);
    }

    private static CatalogueSnapshot nothing() {
        return new CatalogueSnapshot(0, List.of(), List.of());
    }

    /** Whole readings of every text of the sentiment files, with a catalogue of 200 products, on one thread. */
    private void speed() {
        if (texts.isEmpty()) {
            out.println(calibration);
            return;
        }
        var busy = new CatalogueReader(products(), LANGUAGES, CarePatterns.defaults());
        texts.forEach(text -> busy.read(Words.of(text)));
        long cpu = cpuNanos();
        var nanos = new long[texts.size()];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            busy.read(Words.of(texts.get(i)));
            nanos[i] = System.nanoTime() - start;
        }
        double seconds = (cpuNanos() - cpu) / 1e9;
        Arrays.sort(nanos);
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        out.printf(
                Locale.ROOT,
                "texts_per_cpu_s=%.0f p99_ms=%.3f heap_mb=%d %s%n",
                nanos.length / seconds,
                nanos[(int) (nanos.length * 0.99)] / 1e6,
                heap,
                calibration);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static CatalogueSnapshot products() {
        List<CatalogueEntry> entries = IntStream.rangeClosed(1, PRODUCTS)
                .mapToObj(i -> new CatalogueEntry(
                        new Target(Target.Kind.PRODUCT, i),
                        "Aurelix " + i,
                        Standing.OURS,
                        null,
                        List.of("Aurelix Pro " + i, "AX-" + i),
                        List.of("aurelix" + i)))
                .toList();
        return new CatalogueSnapshot(1, entries, List.of());
    }
}
