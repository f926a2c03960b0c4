package dev.rapport.bench;

import dev.rapport.shared.RapportHome;
import dev.rapport.understanding.AlikeMessages;
import dev.rapport.understanding.embedding.Embedding;
import dev.rapport.understanding.embedding.ModelFolder;
import dev.rapport.understanding.embedding.SentenceModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well messages about the same are found: {@code bin/bench alike DIR} with the model that {@code bin/fetch-model} put into
 * the home. Of each file of {@code DIR/reason} the five most alike messages are looked for, and counted are those with the
 * same reason: a coarse measure, as a reason holds much, and the same one for all. Beside the model stand what words in common
 * find and what chance would.
 */
final class AlikeBench {

    private static final int BEST = 5;
    private static final String NO_REASON = "Can't Tell";

    private final List<Labelled> rows;
    private final List<Embedding> vectors = new ArrayList<>();
    private final CommonWords words;
    private final double millis;

    private AlikeBench(List<Labelled> rows, SentenceModel model) {
        this.rows = rows;
        this.words = new CommonWords(rows.stream().map(Labelled::text).toList());
        long before = System.nanoTime();
        rows.forEach(row -> vectors.add(model.of(row.text())));
        this.millis = (System.nanoTime() - before) / 1e6;
    }

    static void run(List<String> arguments, PrintStream out) throws IOException {
        Options options = new Options(arguments);
        SentenceModel model = new ModelFolder(RapportHome.fromEnvironment()).open();
        model.of("The first words take longer.");
        int messages = 0;
        for (Path file : Labelled.files(options.folder().resolve("reason"))) {
            List<Labelled> rows = Labelled.read(file).stream()
                    .filter(row -> !row.label().equals(NO_REASON))
                    .limit(options.number("--n", 1_500))
                    .toList();
            BenchFailed.unless(rows.size() > BEST, file + " holds too few messages with a reason.");
            new AlikeBench(rows, model).report("reason/" + Labelled.name(file), out);
            messages += rows.size();
        }
        BenchFailed.unless(
                messages > 0,
                "There is nothing to compare in " + options.folder().resolve("reason") + ".");
        new Figures(out)
                .add("messages", messages)
                .add("alike_from", AlikeMessages.ALIKE)
                .line();
    }

    private void report(String name, PrintStream out) {
        out.print(name + " ");
        new Figures(out)
                .add("n", rows.size())
                .add("right_of_five", rightOfFive(this::byMeaning))
                .add("by_words", rightOfFive(words::likeness))
                .add("by_chance", chance())
                .add("shown", shown())
                .add("shown_right", shownRight())
                .add("ms_per_text", millis / rows.size())
                .line();
    }

    /** How alike two messages are. */
    @FunctionalInterface
    private interface Likeness {
        double of(int one, int other);
    }

    private double byMeaning(int one, int other) {
        return vectors.get(one).likeness(vectors.get(other));
    }

    private double rightOfFive(Likeness likeness) {
        int right = 0;
        for (int i = 0; i < rows.size(); i++) {
            int one = i;
            right += (int) best(one, other -> likeness.of(one, other)).stream()
                    .filter(other -> sameReason(one, other))
                    .count();
        }
        return right / (double) (rows.size() * BEST);
    }

    private List<Integer> best(int one, IntToDoubleFunction likeness) {
        double[] all = IntStream.range(0, rows.size()).mapToDouble(likeness).toArray();
        return IntStream.range(0, rows.size())
                .filter(other -> other != one)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer other) -> all[other])
                        .reversed())
                .limit(BEST)
                .toList();
    }

    /** The share of messages for which anything is alike enough to be shown. */
    private double shown() {
        return IntStream.range(0, rows.size())
                        .filter(one -> IntStream.range(0, rows.size())
                                .anyMatch(other -> other != one && byMeaning(one, other) >= AlikeMessages.ALIKE))
                        .count()
                / (double) rows.size();
    }

    /** The share of what is alike enough to be shown that has the same reason. */
    private double shownRight() {
        long shown = 0;
        long right = 0;
        for (int one = 0; one < rows.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (byMeaning(one, other) >= AlikeMessages.ALIKE) {
                    shown++;
                    right += sameReason(one, other) ? 1 : 0;
                }
            }
        }
        return shown == 0 ? 0 : right / (double) shown;
    }

    private double chance() {
        Map<String, Integer> labels = new HashMap<>();
        rows.forEach(row -> labels.merge(row.label(), 1, Integer::sum));
        double total = rows.size();
        return labels.values().stream()
                .mapToDouble(count -> count / total * (count / total))
                .sum();
    }

    private boolean sameReason(int one, int other) {
        return rows.get(one).label().equals(rows.get(other).label());
    }

    /** The usual way without a model: words in common, rare ones counting more. */
    private static final class CommonWords {

        private final List<Map<String, Double>> texts = new ArrayList<>();

        CommonWords(List<String> all) {
            Map<String, Integer> spread = new HashMap<>();
            List<Set<String>> sets = new ArrayList<>();
            for (String text : all) {
                Set<String> set =
                        new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
                set.remove("");
                set.forEach(word -> spread.merge(word, 1, Integer::sum));
                sets.add(set);
            }
            sets.forEach(set -> texts.add(weighed(set, spread, all.size())));
        }

        double likeness(int one, int other) {
            Map<String, Double> theirs = texts.get(other);
            return texts.get(one).entrySet().stream()
                    .mapToDouble(word -> word.getValue() * theirs.getOrDefault(word.getKey(), 0.0))
                    .sum();
        }

        private static Map<String, Double> weighed(Set<String> set, Map<String, Integer> spread, int texts) {
            Map<String, Double> weights = new HashMap<>();
            set.forEach(word -> weights.put(word, Math.log((double) texts / spread.getOrDefault(word, 1))));
            double length = Math.sqrt(
                    weights.values().stream().mapToDouble(one -> one * one).sum());
            weights.replaceAll((word, weight) -> length == 0 ? 0 : weight / length);
            return weights;
        }
    }
}
