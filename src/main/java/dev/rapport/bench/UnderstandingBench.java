package dev.rapport.bench;

import dev.rapport.commerce.CatalogueEntry;
import dev.rapport.commerce.CatalogueSnapshot;
import dev.rapport.commerce.Standing;
import dev.rapport.commerce.Target;
import dev.rapport.understanding.CarePatterns;
import dev.rapport.understanding.CatalogueReader;
import dev.rapport.understanding.Intent;
import dev.rapport.understanding.Span;
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
 * of {@code DIR/{sentiment,targets,intent,language}/*.ndjson} and prints a line each.
 */
public final class UnderstandingBench {

    private static final Map<String, Intent> INTENTS = Map.of(
            "complaint", Intent.COMPLAINT,
            "question", Intent.QUESTION,
            "idea", Intent.IDEA,
            "purchase", Intent.PURCHASE_INTEREST);
    private static final Set<String> READ = Set.of("en", "fr");
    private static final int PRODUCTS = 200;
    private static final CatalogueReader READER =
            new CatalogueReader(nothing(), List.of("en", "fr"), CarePatterns.defaults());

    private final PrintStream out;
    private final Calibration calibration = new Calibration();
    private final List<String> texts = new ArrayList<>();

    private UnderstandingBench(PrintStream out) {
        this.out = out;
    }

    /** Checks every file under a folder; unreadable folders are an error. */
    public static void run(Path dir, PrintStream out) throws IOException {
        new UnderstandingBench(out).all(dir);
    }

    public static void main(String[] args) throws IOException {
        run(Path.of(args[0]), System.out);
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
        try (var files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".ndjson")).sorted().toList()) {
                String name = kind + "/" + file.getFileName().toString().replace(".ndjson", "");
                file(kind, name, Labelled.read(file));
            }
        }
    }

    private void file(String kind, String name, List<Labelled> rows) {
        switch (kind) {
            case "sentiment" -> sentiment(name, rows);
            case "targets" -> targets(name, rows);
            case "intent" -> intent(name, rows);
            case "language" -> language(name, rows);
            default -> out.println(name + " n=" + rows.size() + " skipped=labels");
        }
    }

    private void sentiment(String name, List<Labelled> rows) {
        var score = new Score(rows);
        for (Labelled row : rows) {
            texts.add(row.text());
            score.add(row, READ.contains(row.lang()) ? judged(READER.tone(row.text(), row.lang()), score, row) : "");
        }
        out.println(name + " " + score);
    }

    private void targets(String name, List<Labelled> rows) {
        var score = new Score(rows);
        for (Labelled row : rows) {
            boolean read = READ.contains(row.lang());
            Span span = row.span();
            score.add(row, read ? judged(READER.toneAbout(row.text(), span, row.lang()), score, row) : "");
        }
        out.println(name + " " + score + (name.contains("mixed") ? " " + score.allRight() : ""));
    }

    private String judged(Tone tone, Score score, Labelled row) {
        String likeliest = (score.labels().size() == 2 ? tone.leaning() : tone.polarity())
                .name()
                .toLowerCase(Locale.ROOT);
        calibration.add(tone.confidence(), likeliest.equals(row.label()));
        return likeliest;
    }

    private void intent(String name, List<Labelled> rows) {
        var score = new Score(rows);
        String label =
                score.labels().stream().filter(INTENTS::containsKey).findFirst().orElse("");
        if (label.isEmpty()) {
            out.println(name + " n=" + rows.size() + " skipped=labels");
            return;
        }
        String other = score.labels().stream()
                .filter(l -> !l.equals(label))
                .findFirst()
                .orElse("other");
        Intent intent = INTENTS.getOrDefault(label, Intent.QUESTION);
        for (Labelled row : rows) {
            boolean found = READER.read(Words.of(row.text())).intents().contains(intent);
            score.add(row, found ? label : other);
        }
        out.println(name + " " + score);
    }

    private void language(String name, List<Labelled> rows) {
        var score = new Score(rows);
        var reader = new CatalogueReader(nothing(), List.copyOf(score.labels()), CarePatterns.defaults());
        for (Labelled row : rows) {
            score.add(row, reader.languageOf(row.text()));
        }
        out.println(name + " " + score);
    }

    private static CatalogueSnapshot nothing() {
        return new CatalogueSnapshot(0, List.of(), List.of());
    }

    /** Whole readings of every text of the sentiment files, with a catalogue of 200 products, on one thread. */
    private void speed() {
        if (texts.isEmpty()) {
            return;
        }
        var reader = new CatalogueReader(products(), List.of("en", "fr"), CarePatterns.defaults());
        texts.forEach(text -> reader.read(Words.of(text)));
        long cpu = cpuNanos();
        var nanos = new long[texts.size()];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            reader.read(Words.of(texts.get(i)));
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
