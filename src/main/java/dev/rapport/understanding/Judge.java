package dev.rapport.understanding;

import dev.rapport.understanding.model.Curve;
import dev.rapport.understanding.model.Example;
import dev.rapport.understanding.model.Linear;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weighs a text with what was learnt: how likely it is positive, neutral or negative, as a whole and about a target. The
 * shipped weights speak first, the organisation's layers add to them.
 */
final class Judge {

    static final int POSITIVE = 0;
    static final int NEUTRAL = 1;
    static final int NEGATIVE = 2;
    static final int CLASSES = 3;

    private static final int ALL = 7;
    private static final double FAILED = 0.9;
    private static final double SPOILT = 0.5;
    /** Words that tip the scale by less are no evidence. */
    private static final float HEEDED = 0.35f;

    private final Weights weights;
    private final Layers layers;
    private final Analysis analysis;
    private final boolean words;
    private final float scale;
    private final float[] dense;
    private final float[] said;
    private final float[] logits;
    private final double familiar;

    /** @param words whether the models that know words read this language; else the plain ones do */
    Judge(Weights weights, Layers layers, Analysis analysis, boolean words) {
        this.weights = weights;
        this.layers = layers;
        this.analysis = analysis;
        this.words = words;
        this.scale = analysis.grams.scale();
        this.dense = new MessageFeatures(analysis).dense();
        this.said = words ? analysis.grams.said(weights.message(), scale) : new float[analysis.tokens.count * CLASSES];
        this.logits = weighed();
        this.familiar = layers == Layers.NONE ? 0 : layers.familiarity().of(analysis.grams.word);
    }

    Analysis analysis() {
        return analysis;
    }

    /** What the model of messages says at each token, class by class. */
    float[] said() {
        return said;
    }

    /**
     * What the shipped model says of the whole text, without the words of phrases that mean the contrary of what they are
     * made of: "thanks for losing my bag".
     */
    float[] spoken() {
        float[] all = logits.clone();
        Feelings feelings = analysis.feelings;
        for (int i = 0; i < analysis.tokens.count; i++) {
            boolean phrase = feelings.value[i] != 0 && feelings.first[i] == i && feelings.end[i] > i + 1;
            if (phrase && leaning(i, feelings.end[i]) * feelings.value[i] < 0) {
                hush(i, feelings.end[i], all);
            }
        }
        return all;
    }

    /** How much more the words from one token to before another speak well than badly. */
    private float leaning(int from, int to) {
        float leaning = 0;
        for (int i = from; i < to; i++) {
            leaning += said[i * CLASSES + POSITIVE] - said[i * CLASSES + NEGATIVE];
        }
        return leaning;
    }

    private void hush(int from, int to, float[] all) {
        for (int i = from * CLASSES; i < to * CLASSES; i++) {
            all[i % CLASSES] -= said[i];
        }
    }

    /** What the model of messages says of the whole text, as chances. */
    float[] chances() {
        float[] chances = logits.clone();
        Linear.chances(chances);
        return chances;
    }

    Tone whole() {
        float[] all = spoken();
        Layers.add(layers.message(), analysis.grams.keys, scale, dense, familiar, all);
        return tone(all, weights.messageCurve());
    }

    /** About what stands from token {@code first} to before {@code end}, others standing by. */
    Tone about(int first, int end, Mentions others, int self) {
        var features = new TargetFeatures(analysis, said, first, end);
        Mass rules = analysis.tones.about(first, end, others, self);
        if (analysis.tones.isOutdone(first) && !rules.isEmpty()) {
            return rules.tone();
        }
        float[] known = features.dense(chances(), rules);
        int[] keys = features.keys();
        float[] all = weighed(known, keys);
        failed(rules, all);
        Layers.add(layers.target(), keys, TargetFeatures.scale(keys), known, familiar, all);
        return tone(all, weights.targetCurve());
    }

    /** About a part of the text; about the whole where no word stands in that part. */
    Tone about(Span part) {
        int first = analysis.tokens.first(part);
        int end = analysis.tokens.end(part);
        return first < end ? about(first, end, new Mentions(), Mentions.NONE) : whole();
    }

    boolean names(Span part) {
        return analysis.tokens.first(part) < analysis.tokens.end(part);
    }

    /** How sure the organisation's layer is that an intent is there, added to what the rules said; above 0 it is. */
    double wish(Intent intent, double rules) {
        var chances = new float[] {(float) -rules, (float) rules};
        Layers.add(layers.intents().get(intent), analysis.grams.keys, scale, dense, familiar, chances);
        return chances[1] - chances[0];
    }

    /** How sure a layer of two classes is that something is there, between -1 and 1. */
    double speaks(Linear layer) {
        var chances = new float[2];
        Layers.add(layer, analysis.grams.keys, scale, dense, familiar, chances);
        Linear.chances(chances);
        return chances[1] - chances[0];
    }

    Layers layers() {
        return layers;
    }

    /**
     * How likely each shipped reason is, and last that there is none, by what was learnt of texts to a service desk; empty
     * where words are not known.
     */
    float[] reasons() {
        return words ? chances(weights.care()) : new float[0];
    }

    /** How likely a model of two classes thinks something is there, 0 to 1. */
    double likely(Linear model) {
        return words ? chances(model)[1] : 0;
    }

    private float[] chances(Linear model) {
        var all = new float[model.classes()];
        for (int key : analysis.grams.keys) {
            if (key != 0) {
                model.add(key, scale, all, 0);
            }
        }
        model.addDense(dense, all);
        Linear.chances(all);
        return all;
    }

    boolean knowsWords() {
        return words;
    }

    Weights weights() {
        return weights;
    }

    /** The whole text as something to learn from. */
    Example example(int label) {
        return new Example(analysis.grams.keys, scale, dense, label, ALL, 1);
    }

    /** What it says about a part of it as something to learn from, on top of what is known already. */
    Example example(Span about, int label) {
        int first = analysis.tokens.first(about);
        int end = analysis.tokens.end(about);
        var features = new TargetFeatures(analysis, said, first, end);
        Mass rules = analysis.tones.about(first, end, new Mentions(), Mentions.NONE);
        float[] known = features.dense(chances(), rules);
        int[] keys = features.keys();
        return new Example(keys, TargetFeatures.scale(keys), known, label, ALL, 1).over(weighed(known, keys));
    }

    private float[] weighed() {
        var all = new float[CLASSES];
        for (int i = 0; i < said.length; i++) {
            all[i % CLASSES] += said[i];
        }
        (words ? weights.message() : weights.plainMessage()).addDense(dense, all);
        failed(analysis.mass, all);
        return all;
    }

    private float[] weighed(float[] known, int[] keys) {
        var all = new float[CLASSES];
        (words ? weights.target() : weights.plainTarget()).addDense(known, all);
        float each = TargetFeatures.scale(keys);
        for (int i = 0; words && i < keys.length; i++) {
            weights.target().add(keys[i], each, all, 0);
        }
        return all;
    }

    /** Care failures are rules that an organisation edits; no text to learn from knows them. */
    private static void failed(Mass mass, float[] all) {
        double failure = mass.failure();
        all[NEGATIVE] += (float) (FAILED * failure);
        all[POSITIVE] -= (float) (SPOILT * failure);
    }

    private static Tone tone(float[] logits, Curve curve) {
        Linear.chances(logits);
        return new Tone(logits[POSITIVE], logits[NEUTRAL], logits[NEGATIVE]).trusted(curve);
    }

    /** The exact words that speak for one side, in the order of the text: words of feeling, else those the model heeds most. */
    List<Span> evidence(Polarity side, int fromToken, int toToken) {
        var spans = new ArrayList<Span>();
        Feelings feelings = analysis.feelings;
        for (int i = fromToken; i < toToken; i++) {
            float value = feelings.value[i];
            boolean speaks =
                    side == Polarity.POSITIVE ? value > 0.5 : side == Polarity.NEGATIVE ? value < -0.5 : value != 0;
            if (speaks) {
                spans.add(analysis.tokens.span(feelings.first[i], feelings.end[i]));
            }
        }
        return spans.isEmpty() && side != Polarity.MIXED ? heeded(side, fromToken, toToken) : spans;
    }

    private List<Span> heeded(Polarity side, int from, int to) {
        int own = side == Polarity.POSITIVE ? POSITIVE : side == Polarity.NEGATIVE ? NEGATIVE : NEUTRAL;
        int other = own == NEGATIVE ? POSITIVE : NEGATIVE;
        return IntStream.range(from, to)
                .filter(i -> said[i * CLASSES + own] - said[i * CLASSES + other] > HEEDED)
                .filter(i -> analysis.tokens.kind[i] == Tokens.WORD)
                .mapToObj(i -> analysis.tokens.span(i, i + 1))
                .toList();
    }
}
