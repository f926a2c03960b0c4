package dev.rapport.understanding;

import dev.rapport.understanding.model.Example;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How much one lesson of a source counts: rare labels more within their source, small sources more than their size. Labels
 * that a source does not tell get no blame.
 */
record Balance(Map<String, Integer> counts) {

    private static final double RARE_LABELS = 0.7;
    private static final double SMALL_SOURCES = 0.4;
    private static final double USUAL_SIZE = 5000;
    /** Sources that judge targets mark more of them neutral than people who speak of what they bought. */
    private static final double NEUTRAL_TARGETS = 0.6;

    static Balance of(List<Lesson> lessons) {
        Map<String, Integer> counts = new TreeMap<>();
        lessons.forEach(lesson -> counts.merge(lesson.label(), 1, Integer::sum));
        return new Balance(counts);
    }

    Set<String> labels() {
        return counts.keySet();
    }

    Example weighted(Example example, Lesson lesson) {
        double all = counts.values().stream().mapToInt(Integer::intValue).sum();
        double share = counts.getOrDefault(lesson.label(), 1) * counts.size() / all;
        double weight = StrictMath.pow(share, -RARE_LABELS) * StrictMath.pow(all / USUAL_SIZE, -SMALL_SOURCES);
        boolean neutralTarget = lesson.about() != null && lesson.label().equals("neutral");
        int labels = counts.containsKey("neutral") ? 7 : 1 << Judge.POSITIVE | 1 << Judge.NEGATIVE;
        return example.with(labels, (float) (neutralTarget ? weight * NEUTRAL_TARGETS : weight));
    }
}
