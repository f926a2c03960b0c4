package dev.rapport.people.web;

import dev.rapport.people.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * Weighed evidence as bars that begin where the one before ended, on a scale of 0 to 100.
 *
 * @param zero where nothing speaks for or against
 * @param bits everything together
 */
public record Waterfall(List<Bar> bars, double zero, double bits) {

    private static final double HARDLY = 0.05;
    private static final double SCALE = 100;

    /** One bar, from the left. */
    public record Bar(Evidence evidence, double bits, double from, double width) {

        public boolean isFor() {
            return bits > 0;
        }
    }

    /** What hardly weighs anything is left out. */
    static Waterfall of(List<Evidence> evidence) {
        List<Evidence> weighed = evidence.stream()
                .filter(each -> each.bits() != null && Math.abs(each.bits()) >= HARDLY)
                .toList();
        double least = 0;
        double most = 0;
        double sum = 0;
        for (Evidence each : weighed) {
            sum += bits(each);
            least = Math.min(least, sum);
            most = Math.max(most, sum);
        }
        double scale = most > least ? SCALE / (most - least) : 1;
        List<Bar> bars = new ArrayList<>();
        double at = 0;
        for (Evidence each : weighed) {
            double next = at + bits(each);
            bars.add(new Bar(each, bits(each), (Math.min(at, next) - least) * scale, Math.abs(bits(each)) * scale));
            at = next;
        }
        return new Waterfall(List.copyOf(bars), -least * scale, sum);
    }

    private static double bits(Evidence evidence) {
        Double bits = evidence.bits();
        return bits == null ? 0 : bits;
    }
}
