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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
            score.add(
                    row,
                    READ.contains(row.lang()) ? judged(readerOf(row).tone(row.text(), row.lang()), score, row) : "");
        }
        out.println(name + " " + score);
    }

    private void targets(String name, List<Labelled> rows) {
        var score = new Score(rows);
        for (Labelled row : rows) {
            boolean read = READ.contains(row.lang());
            Span span = row.span();
            score.add(row, read ? judged(readerOf(row).toneAbout(row.text(), span, row.lang()), score, row) : "");
        }
        out.println(name + " " + score + (name.contains("mixed") ? " " + score.allRight() : ""));
    }

    private String judged(Tone tone, Score score, Labelled row) {
        String likeliest = (score.labels().size() == 2 ? tone.leaning() : tone.polarity())
                .name()
                .toLowerCase(java.util.Locale.ROOT);
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
            boolean found = readerOf(row).read(Words.of(row.text())).intents().contains(intent);
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

    private static final CatalogueReader READER =
            new CatalogueReader(nothing(), List.of("en", "fr"), CarePatterns.defaults());

    private static CatalogueReader readerOf(Labelled row) {
        return READER;
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
                java.util.Locale.ROOT,
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

    /** Right and wrong per label. */
    private static final class Score {
        private final Set<String> labels = new TreeSet<>();
        private final Map<String, int[]> counts = new java.util.TreeMap<>();
        private final Map<String, Boolean> sentences = new java.util.LinkedHashMap<>();
        private int all;
        private int right;
        private int abstained;

        Score(List<Labelled> rows) {
            rows.forEach(row -> labels.add(row.label()));
        }

        Set<String> labels() {
            return labels;
        }

        void add(Labelled row, String said) {
            all++;
            abstained += said.isEmpty() ? 1 : 0;
            boolean isRight = said.equals(row.label());
            right += isRight ? 1 : 0;
            sentences.merge(row.text(), isRight, Boolean::logicalAnd);
            count(row.label(), isRight ? 0 : 1);
            if (!isRight) {
                count(said, 2);
            }
        }

        private void count(String label, int column) {
            counts.computeIfAbsent(label, l -> new int[3])[column]++;
        }

        private double f1(String label) {
            int[] of = counts.getOrDefault(label, new int[3]);
            return of[0] == 0 ? 0 : 2.0 * of[0] / (2 * of[0] + of[1] + of[2]);
        }

        String allRight() {
            long whole = sentences.values().stream().filter(r -> r).count();
            return String.format(java.util.Locale.ROOT, "all_right=%.3f", whole / (double) sentences.size());
        }

        @Override
        public String toString() {
            double macro = labels.stream().mapToDouble(this::f1).average().orElse(0);
            return String.format(
                            java.util.Locale.ROOT, "n=%d accuracy=%.3f macro_f1=%.3f", all, right / (double) all, macro)
                    + (abstained > 0 ? " abstained=" + abstained : "");
        }
    }

    /** Whether what is said with confidence is right. */
    private static final class Calibration {
        private int all;
        private int sure;
        private int sureAndRight;

        void add(double confidence, boolean right) {
            all++;
            sure += confidence >= 0.8 ? 1 : 0;
            sureAndRight += confidence >= 0.8 && right ? 1 : 0;
        }

        @Override
        public String toString() {
            return String.format(
                    java.util.Locale.ROOT,
                    "calibrated_at_08=%.3f coverage_at_08=%.3f",
                    sureAndRight / (double) Math.max(1, sure),
                    sure / (double) Math.max(1, all));
        }
    }

    /** One labelled text. */
    private record Labelled(
            String text,
            String label,
            String lang,
            @Nullable Integer from,
            @Nullable Integer to) {

        static List<Labelled> read(Path file) throws IOException {
            var json = new tools.jackson.databind.ObjectMapper();
            try (var lines = Files.lines(file)) {
                return lines.map(json::readTree)
                        .map(row -> new Labelled(
                                row.get("text").asString(),
                                row.get("label").asString(),
                                row.has("lang") ? row.get("lang").asString() : "en",
                                row.has("from") ? row.get("from").asInt() : null,
                                row.has("to") ? row.get("to").asInt() : null))
                        .toList();
            }
        }

        /** The files count code points, spans count UTF-16. */
        Span span() {
            int start = from == null ? 0 : from;
            int end = to == null ? 0 : to;
            return new Span(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
        }
    }
}
