package dev.rapport.understanding;

import dev.rapport.understanding.model.Example;
import dev.rapport.understanding.model.Learner;
import dev.rapport.understanding.model.Linear;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Learns an organisation's layers from all its corrections, on top of what a reader without layers says. */
final class Tutor {

    private static final Learner.Settings FEW = new Learner.Settings(15, 0.1f, 0.001f, 1, 0);
    private static final float SURE_INTENT = 1.5f;
    private static final float RARE = 1;

    private final CatalogueReader base;
    private final List<Example> messages = new ArrayList<>();
    private final List<Example> targets = new ArrayList<>();
    private final Map<Intent, List<Example>> intents = new EnumMap<>(Intent.class);
    private final List<Reasoned> reasons = new ArrayList<>();
    private final List<int[]> texts = new ArrayList<>();

    private record Reasoned(Judge judge, @Nullable String reason) {}

    /** @param base the reader as it is without any layer */
    Tutor(CatalogueReader base) {
        this.base = base;
    }

    void teach(Taught taught) {
        Judge judge = base.judge(taught.words());
        if (judge == null) {
            return;
        }
        texts.add(judge.analysis().grams.word);
        switch (taught.change()) {
            case Change.PolarityIs is -> polarity(judge, is.polarity());
            case Change.OpinionIs is -> opinion(judge, is);
            case Change.IntentIs is -> intent(judge, taught.words(), is);
            case Change.TargetIs is -> {}
            case Change.ReasonIs is -> reasons.add(new Reasoned(judge, is.reason()));
        }
    }

    Layers layers() {
        Map<Intent, Linear> wishes = new EnumMap<>(Intent.class);
        intents.forEach((intent, examples) -> wishes.put(intent, learnt(2, MessageFeatures.DENSE, examples)));
        return new Layers(
                messages.isEmpty() ? null : learnt(Judge.CLASSES, MessageFeatures.DENSE, messages),
                targets.isEmpty() ? null : learnt(Judge.CLASSES, TargetFeatures.DENSE, targets),
                wishes,
                reasons(),
                Familiarity.of(texts, base.weights().frequencies()));
    }

    private Map<String, Linear> reasons() {
        Map<String, Linear> learnt = new TreeMap<>();
        for (Reasoned one : reasons) {
            String key = one.reason();
            if (key != null && !learnt.containsKey(key)) {
                List<Example> examples = reasons.stream()
                        .map(other -> other.judge().example(key.equals(other.reason()) ? 1 : 0))
                        .map(example -> example.over(new float[] {RARE, -RARE}))
                        .toList();
                learnt.put(key, learnt(2, MessageFeatures.DENSE, examples));
            }
        }
        return learnt;
    }

    private static Linear learnt(int classes, int dense, List<Example> examples) {
        var learner = new Learner(classes, dense, FEW);
        examples.forEach(learner::add);
        return learner.learn();
    }

    private void polarity(Judge judge, Polarity polarity) {
        int side = side(polarity);
        if (side >= 0) {
            messages.add(judge.example(side).over(judge.spoken()));
        }
    }

    private void opinion(Judge judge, Change.OpinionIs is) {
        int side = side(is.polarity());
        if (side < 0) {
            return;
        }
        for (Span span : base.spansOf(is.about(), judge.analysis().tokens)) {
            targets.add(judge.example(span, side));
        }
    }

    private void intent(Judge judge, Words words, Change.IntentIs is) {
        float said = base.read(words).intents().contains(is.intent()) ? SURE_INTENT : -SURE_INTENT;
        Example example = judge.example(is.meant() ? 1 : 0);
        intents.computeIfAbsent(is.intent(), i -> new ArrayList<>()).add(example.over(new float[] {-said, said}));
    }

    private static int side(@Nullable Polarity polarity) {
        return switch (polarity) {
            case POSITIVE -> Judge.POSITIVE;
            case NEGATIVE -> Judge.NEGATIVE;
            case NEUTRAL -> Judge.NEUTRAL;
            case MIXED -> -1;
            case null -> -1;
        };
    }
}
