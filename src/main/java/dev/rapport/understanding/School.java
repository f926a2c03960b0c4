package dev.rapport.understanding;

import dev.rapport.commerce.CatalogueSnapshot;
import dev.rapport.understanding.model.Curve;
import dev.rapport.understanding.model.Example;
import dev.rapport.understanding.model.Frequencies;
import dev.rapport.understanding.model.Learner;
import dev.rapport.understanding.model.Linear;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Learns the shipped weights from labelled English texts; the same texts in the same order always give the same weights.
 * Each source is also read by weights of the others: those grades say what to expect of texts never seen, and how sure a
 * reading may be.
 */
public final class School {

    private static final Learner.Settings MESSAGES = new Learner.Settings(6, 0.1f, 0.00002f, 4, 0.3f);
    private static final Learner.Settings TARGETS = new Learner.Settings(8, 0.05f, 0.001f, 3, 0.3f);
    /** Without words: only what holds for every language. */
    private static final Learner.Settings PLAIN = new Learner.Settings(6, 0.05f, 0.00001f, 200, 1);

    private static final Learner.Settings WISHES = new Learner.Settings(5, 0.1f, 0.0001f, 4, 0);
    private static final int ONE_IN = 10_000;
    private static final String OTHER_TASKS = "intent/";

    /** News and film reviews: learnt from, but no measure of how sure one may be of what customers say. */
    private static final Set<String> WRITTEN_BY_PROFESSION =
            Set.of("sentiment/vadernyt", "sentiment/vadermovie", "targets/newsmtsc");

    private static final Map<String, Integer> SIDES =
            Map.of("positive", Judge.POSITIVE, "neutral", Judge.NEUTRAL, "negative", Judge.NEGATIVE);

    private final CatalogueReader reader = new CatalogueReader(
            new CatalogueSnapshot(0, List.of(), List.of()),
            List.of("en"),
            CarePatterns.defaults(),
            CareReasons.defaults(),
            Weights.none(),
            "none");
    private final List<Lesson> texts = new ArrayList<>();
    private final List<Lesson> targets = new ArrayList<>();
    private final List<Lesson> wishes = new ArrayList<>();
    private final Map<Lesson, Example> examples = new HashMap<>();

    /** Takes in lessons: whole texts, texts with a target, and those of other tasks. */
    public void teach(List<Lesson> lessons) {
        for (Lesson lesson : lessons) {
            boolean other = lesson.source().startsWith(OTHER_TASKS);
            (other ? wishes : lesson.about() == null ? texts : targets).add(lesson);
        }
    }

    /** Learns from everything taught and writes the weights; every source left out is graded on the way. */
    public void graduate(OutputStream out, Consumer<Grade> graded) throws IOException {
        List<Curve.Checked> whole = new ArrayList<>();
        for (String source : sources(texts)) {
            Weights others = Weights.none().withMessage(learnt(texts, source, MESSAGES));
            Examination marks = examined(texts, source, others);
            graded.accept(marks.grade());
            whole.addAll(trusted(marks));
        }
        List<Curve.Checked> about = new ArrayList<>();
        for (String source : sources(targets)) {
            Linear message = learnt(texts, source.replace("targets/", "sentiment/"), MESSAGES);
            Weights others = Weights.none().withMessage(message).withTarget(learntTargets(message, source, true));
            Examination marks = examined(targets, source, others);
            graded.accept(marks.grade());
            about.addAll(trusted(marks));
        }
        weights(Curve.through(whole).relaxed(), Curve.through(about).relaxed()).write(out);
    }

    private static List<Curve.Checked> trusted(Examination marks) {
        return WRITTEN_BY_PROFESSION.contains(marks.grade().source()) ? List.of() : marks.answers();
    }

    private Weights weights(Curve whole, Curve about) {
        Linear message = learnt(texts, null, MESSAGES);
        Linear plain = learnt(texts, null, PLAIN);
        return new Weights(
                message,
                plain,
                learntTargets(message, null, true),
                learntTargets(plain, null, false),
                whole,
                about,
                learntWish(2, WishLessons::complaint),
                learntWish(CareReasons.SHIPPED.size() + 1, WishLessons::reason),
                Frequencies.of(texts.stream().map(this::words).toList(), ONE_IN));
    }

    private Examination examined(List<Lesson> lessons, String source, Weights weights) {
        var marks = new Examination(source, balance(lessons, source).labels());
        for (Lesson lesson : lessons) {
            if (lesson.source().equals(source)) {
                Judge judge = judge(lesson.text(), weights, true);
                Span about = lesson.about();
                marks.mark(about == null ? judge.whole() : judge.about(about), lesson.label());
            }
        }
        return marks;
    }

    private Linear learnt(List<Lesson> lessons, @Nullable String leftOut, Learner.Settings settings) {
        var learner = new Learner(Judge.CLASSES, MessageFeatures.DENSE, settings);
        Map<String, Balance> balances = balances(lessons);
        for (Lesson lesson : lessons) {
            Balance balance = balances.get(lesson.source());
            if (balance != null && !lesson.source().equals(leftOut)) {
                Example example = examples.computeIfAbsent(
                        lesson, one -> judge(one.text(), Weights.none(), true).example(side(one)));
                learner.add(balance.weighted(example, lesson));
            }
        }
        return learner.learn();
    }

    private Linear learntTargets(Linear message, @Nullable String leftOut, boolean words) {
        var learner = new Learner(Judge.CLASSES, TargetFeatures.DENSE, words ? TARGETS : PLAIN);
        Map<String, Balance> balances = balances(targets);
        Weights weights = Weights.none().withMessage(message);
        for (Lesson lesson : targets) {
            Judge judge = judge(lesson.text(), weights, words);
            Span about = lesson.about();
            Balance balance = balances.get(lesson.source());
            if (about != null
                    && balance != null
                    && judge.names(about)
                    && !lesson.source().equals(leftOut)) {
                Example example = judge.example(about, side(lesson)).over(new float[0]);
                learner.add(balance.weighted(example, lesson));
            }
        }
        return learner.learn();
    }

    /** A model of other tasks' texts; every class weighs the same. */
    private Linear learntWish(int classes, Function<Lesson, OptionalInt> label) {
        var learner = new Learner(classes, MessageFeatures.DENSE, WISHES);
        List<Lesson> all = Stream.concat(texts.stream(), wishes.stream()).toList();
        var counts = new int[classes];
        all.forEach(lesson -> label.apply(lesson).ifPresent(own -> counts[own]++));
        double told = Arrays.stream(counts).sum();
        for (Lesson lesson : all) {
            label.apply(lesson).ifPresent(own -> {
                Example plain = judge(lesson.text(), Weights.none(), true).example(own);
                learner.add(plain.with((1 << classes) - 1, (float) (told / classes / counts[own])));
            });
        }
        return learner.learn();
    }

    private Judge judge(String text, Weights weights, boolean words) {
        return new Judge(weights, Layers.NONE, reader.analysis(text, "en"), words);
    }

    private int[] words(Lesson lesson) {
        return reader.analysis(lesson.text(), "en").grams.word;
    }

    private static int side(Lesson lesson) {
        Integer side = SIDES.get(lesson.label());
        if (side == null) {
            throw new IllegalArgumentException(lesson.source() + " has a label that is no polarity: " + lesson.label());
        }
        return side;
    }

    private static Set<String> sources(List<Lesson> lessons) {
        return lessons.stream().map(Lesson::source).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Balance> balances(List<Lesson> lessons) {
        return sources(lessons).stream()
                .collect(Collectors.toMap(source -> source, source -> balance(lessons, source)));
    }

    private static Balance balance(List<Lesson> lessons, String source) {
        return Balance.of(lessons.stream()
                .filter(lesson -> lesson.source().equals(source))
                .toList());
    }
}
