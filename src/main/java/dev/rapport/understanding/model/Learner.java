package dev.rapport.understanding.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Multinomial logistic regression by AdaGrad (Duchi, Hazan and Singer, JMLR 12, 2011). The same examples in the same order
 * always give the same model.
 */
public final class Learner {

    /**
     * @param epochs how often every example is looked at
     * @param rate the first step's length
     * @param hold how strongly weights are held near zero
     * @param least features seen in fewer examples are left out
     * @param hidden share of examples whose hashed features are hidden, so that the dense ones learn to do alone
     */
    public record Settings(int epochs, float rate, float hold, int least, float hidden) {}

    private static final long SEED = 20150224;
    private static final int PLACES = 1 << 24;
    private static final float FAINT = 0.004f;

    private final int classes;
    private final int denseFeatures;
    private final Settings settings;
    private final List<Example> examples = new ArrayList<>();

    public Learner(int classes, int denseFeatures, Settings settings) {
        this.classes = classes;
        this.denseFeatures = denseFeatures;
        this.settings = settings;
    }

    public void add(Example example) {
        examples.add(example);
    }

    public Linear learn() {
        return new Run().model();
    }

    private final class Run {
        private final Map<Integer, Integer> numbers = new HashMap<>();
        private final int[][] known = new int[examples.size()][];
        private final float[] weights;
        private final float[] squares;
        private final float[] dense = new float[denseFeatures * classes];
        private final float[] denseSquares = new float[denseFeatures * classes];
        private final float[] chance = new float[classes];
        private final Random random = new Random(SEED);

        Run() {
            number();
            weights = new float[numbers.size() * classes];
            squares = new float[weights.length];
            int[] order = new int[examples.size()];
            Arrays.setAll(order, i -> i);
            for (int epoch = 0; epoch < settings.epochs(); epoch++) {
                shuffle(order);
                for (int i : order) {
                    boolean hides = random.nextFloat() < settings.hidden();
                    learn(examples.get(i), hides ? new int[0] : known[i]);
                }
            }
        }

        private void number() {
            byte[] counts = counts();
            for (int i = 0; i < known.length; i++) {
                known[i] = Arrays.stream(examples.get(i).keys())
                        .filter(key -> key != 0 && counts[key & counts.length - 1] >= settings.least())
                        .map(key -> numbers.computeIfAbsent(key, k -> numbers.size()))
                        .toArray();
            }
        }

        /** How often each feature is there; the few that share a place share their count. */
        private byte[] counts() {
            var counts = new byte[PLACES];
            for (Example example : examples) {
                for (int key : example.keys()) {
                    int place = key & PLACES - 1;
                    counts[place] += counts[place] < Byte.MAX_VALUE ? (byte) 1 : (byte) 0;
                }
            }
            return counts;
        }

        private void shuffle(int[] order) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int other = order[j];
                order[j] = order[i];
                order[i] = other;
            }
        }

        private void learn(Example example, int[] features) {
            predict(example, features);
            for (int c = 0; c < classes; c++) {
                boolean told = (example.labels() >> c & 1) != 0;
                if (told) {
                    float blame = (chance[c] - (c == example.label() ? 1 : 0)) * example.weight();
                    correct(example, features, c, blame);
                }
            }
        }

        private void predict(Example example, int[] features) {
            Arrays.fill(chance, 0);
            System.arraycopy(example.base(), 0, chance, 0, example.base().length);
            for (int feature : features) {
                for (int c = 0; c < classes; c++) {
                    chance[c] += weights[feature * classes + c] * example.scale();
                }
            }
            for (int i = 0; i < denseFeatures; i++) {
                for (int c = 0; c < classes; c++) {
                    chance[c] += dense[i * classes + c] * example.dense()[i];
                }
            }
            for (int c = 0; c < classes; c++) {
                chance[c] = (example.labels() >> c & 1) == 0 ? Float.NEGATIVE_INFINITY : chance[c];
            }
            Linear.chances(chance);
        }

        private void correct(Example example, int[] features, int c, float blame) {
            for (int feature : features) {
                int at = feature * classes + c;
                step(weights, squares, at, blame * example.scale());
            }
            for (int i = 0; i < denseFeatures; i++) {
                if (example.dense()[i] != 0) {
                    step(dense, denseSquares, i * classes + c, blame * example.dense()[i]);
                }
            }
        }

        private void step(float[] all, float[] seen, int at, float slope) {
            float held = slope + settings.hold() * all[at];
            seen[at] += held * held;
            all[at] -= settings.rate() * held / (float) Math.sqrt(seen[at] + 1e-4f);
        }

        private Linear model() {
            int[] keys = new int[numbers.size()];
            numbers.forEach((key, number) -> keys[number] = key);
            int kept = 0;
            for (int i = 0; i < keys.length; i++) {
                if (speaks(i)) {
                    keys[kept] = keys[i];
                    System.arraycopy(weights, i * classes, weights, kept * classes, classes);
                    kept++;
                }
            }
            return Linear.of(classes, Arrays.copyOf(keys, kept), Arrays.copyOf(weights, kept * classes), dense);
        }

        private boolean speaks(int feature) {
            float strongest = 0;
            for (int c = 0; c < classes; c++) {
                strongest = Math.max(strongest, Math.abs(weights[feature * classes + c]));
            }
            return strongest > FAINT;
        }
    }
}
