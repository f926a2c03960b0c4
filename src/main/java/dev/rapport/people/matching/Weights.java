package dev.rapport.people.matching;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What each level of each kind of evidence weighs: log2 of how much more often it is met with the person behind the profile
 * (m) than with anybody else (u). The prior is the weight of any one candidate against nobody before anything is compared.
 */
final class Weights {

    private final double prior;
    private final double[][] bits;

    Weights(double prior, double[][] bits) {
        this.prior = prior;
        this.bits = bits;
    }

    /** Rough weights from general knowledge, where learning starts. */
    static Weights start() {
        return parse(WordFile.read("start"));
    }

    static Weights parse(Map<String, List<String>> lines) {
        double[][] bits = empty();
        double[] prior = {0};
        lines.forEach((key, value) -> {
            double weight = Double.parseDouble(value.getFirst());
            if (key.equals("prior")) {
                prior[0] = weight;
                return;
            }
            String[] names = key.split(" ", 2);
            if (names[0].equals("judgement")) {
                return;
            }
            Kind kind = Kind.valueOf(names[0].toUpperCase(Locale.ROOT));
            bits[kind.ordinal()][kind.levels().indexOf(names[1])] = weight;
        });
        return new Weights(prior[0], bits);
    }

    private static double[][] empty() {
        return Arrays.stream(Kind.values())
                .map(kind -> new double[kind.levels().size()])
                .toArray(double[][]::new);
    }

    double prior() {
        return prior;
    }

    double of(Kind kind, int level) {
        return level == Gamma.UNKNOWN ? 0 : bits[kind.ordinal()][level];
    }

    /** The weight of everything that was compared, the prior included. */
    double of(Gamma gamma) {
        double sum = prior;
        for (Kind kind : Kind.values()) {
            sum += of(kind, gamma.level(kind));
        }
        return sum;
    }

    /** As the resource file has them: a line each, the kinds and levels in their order. */
    String text() {
        Map<String, Double> lines = new LinkedHashMap<>();
        lines.put("prior", prior);
        for (Kind kind : Kind.values()) {
            for (int level = 0; level < kind.levels().size(); level++) {
                String key = kind.name().toLowerCase(Locale.ROOT) + " "
                        + kind.levels().get(level);
                lines.put(key, of(kind, level));
            }
        }
        return lines.entrySet().stream()
                .map(line -> String.format(Locale.ROOT, "%s: %.2f%n", line.getKey(), line.getValue()))
                .collect(Collectors.joining());
    }
}
