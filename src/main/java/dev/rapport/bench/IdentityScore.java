package dev.rapport.bench;

import dev.rapport.bench.IdentityFolder.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Right and wrong links: a link is right when the contact is exactly the true one. */
final class IdentityScore {

    private static final double[] BANDS = {0.5, 0.7, 0.9, 0.97, 1.0001};
    private static final int SMALLEST_BAND = 100;

    /** What was said about an account. */
    record Prediction(
            String account, String contact, double probability, boolean linked, List<String> first, boolean profile) {}

    private record Judged(Prediction said, String truth) {
        boolean right() {
            return !truth.isEmpty() && said.contact().equals(truth);
        }

        boolean linkable() {
            return !truth.isEmpty();
        }
    }

    private final List<Judged> all = new ArrayList<>();

    IdentityScore(List<Prediction> predictions, Map<String, Truth> truth) {
        for (Prediction said : predictions) {
            Truth known = truth.get(said.account());
            if (known != null) {
                all.add(new Judged(said, known.contact()));
            }
        }
    }

    void addTo(Figures figures) {
        long linked = all.stream().filter(one -> one.said().linked()).count();
        figures.add("auto_precision", share(rightlyLinked(all), linked))
                .add("auto_recall", recall(all))
                .add("best_f1", bestF1())
                .add(
                        "top3",
                        share(
                                all.stream()
                                        .filter(one -> one.said().first().contains(one.truth()))
                                        .count(),
                                linkable(all)))
                .add(
                        "profile_recall",
                        recall(all.stream().filter(one -> one.said().profile()).toList()))
                .add(
                        "handle_recall",
                        recall(all.stream().filter(one -> !one.said().profile()).toList()))
                .add("nobody_linked", nobodyLinked());
    }

    /** The share of nobody's accounts that were linked by themselves. */
    double nobodyLinked() {
        List<Judged> nobody = all.stream().filter(one -> !one.linkable()).toList();
        return share(nobody.stream().filter(one -> one.said().linked()).count(), nobody.size());
    }

    /** The share of all accounts that were linked by themselves. */
    double linked() {
        return share(all.stream().filter(one -> one.said().linked()).count(), all.size());
    }

    /** A line per band of stated probability; a band with few joins the one above. */
    List<String> bands() {
        List<String> lines = new ArrayList<>();
        double from = BANDS[0];
        for (int i = 1; i < BANDS.length; i++) {
            double low = from;
            double high = BANDS[i];
            List<Judged> inside = all.stream()
                    .filter(one -> one.said().probability() >= low && one.said().probability() < high)
                    .toList();
            if (inside.size() >= SMALLEST_BAND || i == BANDS.length - 1) {
                lines.add(band(low, Math.min(1, high), inside));
                from = high;
            }
        }
        return lines;
    }

    private static String band(double low, double high, List<Judged> inside) {
        double stated = inside.stream()
                .mapToDouble(one -> one.said().probability())
                .average()
                .orElse(0);
        double right = share(inside.stream().filter(Judged::right).count(), inside.size());
        return String.format(
                Locale.ROOT, "band=%.2f-%.2f n=%d stated=%.3f right=%.3f", low, high, inside.size(), stated, right);
    }

    private double bestF1() {
        List<Judged> sorted = all.stream()
                .sorted(Comparator.comparingDouble((Judged one) -> -one.said().probability()))
                .filter(one -> !one.said().contact().isEmpty())
                .toList();
        double best = 0;
        long right = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            boolean isLast = i + 1 == sorted.size()
                    || sorted.get(i + 1).said().probability()
                            < sorted.get(i).said().probability();
            if (isLast) {
                best = Math.max(best, 2.0 * right / (i + 1 + linkable(all)));
            }
        }
        return best;
    }

    private static double recall(List<Judged> some) {
        return share(rightlyLinked(some), linkable(some));
    }

    private static long rightlyLinked(List<Judged> some) {
        return some.stream().filter(one -> one.said().linked() && one.right()).count();
    }

    private static long linkable(List<Judged> some) {
        return some.stream().filter(Judged::linkable).count();
    }

    private static double share(long some, long of) {
        return of == 0 ? 0 : some / (double) of;
    }
}
