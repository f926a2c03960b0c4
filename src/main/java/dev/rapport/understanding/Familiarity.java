package dev.rapport.understanding;

import dev.rapport.understanding.model.Frequencies;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a text is like those that were corrected, 0 to 1: by the words that are commoner among them than in texts of any
 * kind. What was learnt about flights is not said about soup.
 */
final class Familiarity {

    static final Familiarity NONE = new Familiarity(Map.of(), 0, 0, 1);

    /** As if so many texts of any kind had been corrected too. */
    private static final double PRIOR = 20;

    private static final double STRANGE = 0.2;
    private static final double AT_HOME = 0.6;

    private final Map<Integer, Float> weights;
    private final float unseen;
    private final double elsewhere;
    private final double here;

    private Familiarity(Map<Integer, Float> weights, float unseen, double elsewhere, double here) {
        this.weights = weights;
        this.unseen = unseen;
        this.elsewhere = elsewhere;
        this.here = here;
    }

    /** @param texts the words of each corrected text, by name */
    static Familiarity of(List<int[]> texts, Frequencies anywhere) {
        Map<Integer, Integer> counts = new HashMap<>();
        texts.forEach(text -> Arrays.stream(text).distinct().forEach(word -> counts.merge(word, 1, Integer::sum)));
        double all = texts.size() + PRIOR;
        Map<Integer, Float> weights = HashMap.newHashMap(counts.size());
        counts.forEach((word, count) -> {
            double usual = anywhere.of(word);
            // One text less, so that a word of one text alone says nothing for that text.
            weights.put(word, (float) Math.log((count - 1 + PRIOR * usual) / all / usual));
        });
        float unseen = (float) Math.log(PRIOR / all);
        double elsewhere = 0;
        double shares = 0;
        for (int word : anywhere.words()) {
            elsewhere += anywhere.of(word) * weights.getOrDefault(word, unseen);
            shares += anywhere.of(word);
        }
        var open = new Familiarity(weights, unseen, 0, 1);
        double here = texts.stream().mapToDouble(open::likeness).average().orElse(1);
        return new Familiarity(weights, unseen, shares == 0 ? here - 1 : elsewhere / shares, here);
    }

    /** 0 for texts as one finds them anywhere, 1 for those like most of the corrected ones. */
    double of(int[] words) {
        if (weights.isEmpty() || here <= elsewhere) {
            return 1;
        }
        double place = (likeness(words) - elsewhere) / (here - elsewhere);
        return Math.clamp((place - STRANGE) / (AT_HOME - STRANGE), 0, 1);
    }

    private double likeness(int[] words) {
        double sum = 0;
        for (int word : words) {
            sum += weights.getOrDefault(word, unseen);
        }
        return words.length == 0 ? 0 : sum / words.length;
    }
}
