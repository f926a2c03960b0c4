package dev.rapport.understanding;

import dev.rapport.understanding.model.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Answers about one source, marked. */
final class Examination {

    private final String source;
    private final boolean twoSides;
    private final Map<String, int[]> counts = new TreeMap<>();
    private final List<Curve.Checked> answers = new ArrayList<>();
    private int right;

    /** @param labels those the source tells apart */
    Examination(String source, Set<String> labels) {
        this.source = source;
        this.twoSides = !labels.contains("neutral");
        labels.forEach(label -> counts.put(label, new int[2]));
    }

    void mark(Tone tone, String label) {
        Polarity polarity = twoSides ? tone.leaning() : tone.polarity();
        String said = polarity.name().toLowerCase(Locale.ROOT);
        boolean isRight = said.equals(label);
        right += isRight ? 1 : 0;
        count(label, isRight ? 0 : 1);
        if (!isRight) {
            count(said, 1);
        }
        answers.add(new Curve.Checked(
                (float) tone.confidence(), tone.polarity().name().equalsIgnoreCase(label), 1));
    }

    /** The answers, weighing as much as those about any other source. */
    List<Curve.Checked> answers() {
        float each = 1000f / answers.size();
        return answers.stream()
                .map(one -> new Curve.Checked(one.said(), one.right(), each))
                .toList();
    }

    Grade grade() {
        double f1 = counts.values().stream()
                .mapToDouble(of -> of[0] == 0 ? 0 : 2.0 * of[0] / (2.0 * of[0] + of[1]))
                .average()
                .orElse(0);
        return new Grade(source, answers.size(), right / (double) answers.size(), f1);
    }

    private void count(String label, int column) {
        counts.computeIfAbsent(label, l -> new int[2])[column]++;
    }
}
