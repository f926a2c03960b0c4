package dev.rapport.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Right and wrong per label. */
final class Score {
    private final Set<String> labels = new TreeSet<>();
    private final Map<String, int[]> counts = new TreeMap<>();
    private final Map<String, Boolean> sentences = new LinkedHashMap<>();
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
        return String.format(Locale.ROOT, "all_right=%.3f", whole / (double) sentences.size());
    }

    @Override
    public String toString() {
        double macro = labels.stream().mapToDouble(this::f1).average().orElse(0);
        return String.format(Locale.ROOT, "n=%d accuracy=%.3f macro_f1=%.3f", all, right / (double) all, macro)
                + (abstained > 0 ? " abstained=" + abstained : "");
    }
}
