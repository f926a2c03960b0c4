package dev.rapport.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Prints figures as {@code key=value} and computes their medians over rounds. */
final class Figures {

    private final PrintStream out;
    private final List<String> pending = new ArrayList<>();

    Figures(PrintStream out) {
        this.out = out;
    }

    Figures add(String key, double value) {
        pending.add(key + "=" + shortly(value));
        return this;
    }

    Figures add(String key, String value) {
        pending.add(key + "=" + value);
        return this;
    }

    void line() {
        out.println(String.join(" ", pending));
        pending.clear();
    }

    static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalStateException("There is nothing to take the median of.");
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double median(double... values) {
        return median(Arrays.stream(values).boxed().toList());
    }

    private static String shortly(double value) {
        if (value == Math.rint(value) || Math.abs(value) >= 1000) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.3f" : "%.1f", value);
    }
}
