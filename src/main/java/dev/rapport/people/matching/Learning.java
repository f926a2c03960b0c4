package dev.rapport.people.matching;

import java.util.Arrays;
import java.util.List;

/**
 * Moves weights towards what answered line-ups say: the weights under which the answers are likeliest, held near where they
 * started by a normal prior (a conditional logit, maximum a posteriori). The start is EM's result or the shipped weights, so
 * few answers change little. Plain gradient steps with a memory (Adam), full batch, no randomness.
 */
final class Learning {

    private static final double LOG2 = Math.log(2);
    private static final double STEP = 0.05;

    private final double looseness;
    private final int rounds;

    /** @param looseness how far, in bits, a weight may be expected to move from its start */
    Learning(double looseness, int rounds) {
        this.looseness = looseness;
        this.rounds = rounds;
    }

    Weights learn(Weights start, List<Labelled> answers) {
        double[] first = flat(start);
        double[] now = first.clone();
        double[] mean = new double[now.length];
        double[] square = new double[now.length];
        for (int round = 1; round <= rounds; round++) {
            double[] slope = slope(unflat(now), answers);
            for (int i = 0; i < now.length; i++) {
                slope[i] -= (now[i] - first[i]) / (looseness * looseness) * (i == 0 ? 0.1 : 1);
                mean[i] = 0.9 * mean[i] + 0.1 * slope[i];
                square[i] = 0.99 * square[i] + 0.01 * slope[i] * slope[i];
                double step = mean[i] / (1 - Math.pow(0.9, round));
                double size = Math.sqrt(square[i] / (1 - Math.pow(0.99, round))) + 1e-9;
                now[i] += STEP * step / size * Math.min(1, 3.0 * (rounds - round) / rounds);
            }
        }
        return unflat(now);
    }

    /** How the log likelihood of the answers changes with each weight. */
    private static double[] slope(Weights weights, List<Labelled> answers) {
        double[] slope = new double[flat(weights).length];
        for (Labelled one : answers) {
            List<Suspect> suspects = one.lineup().suspects();
            Posterior posterior = Posterior.of(suspects, weights, 0);
            for (int i = 0; i < suspects.size(); i++) {
                double surprise = (i == one.answer() ? 1 : 0) - posterior.candidates()[i];
                add(slope, suspects.get(i).gamma(), surprise * LOG2);
            }
        }
        return slope;
    }

    private static void add(double[] slope, Gamma gamma, double amount) {
        slope[0] += amount;
        int at = 1;
        for (Kind kind : Kind.values()) {
            int level = gamma.level(kind);
            if (level != Gamma.UNKNOWN) {
                slope[at + level] += amount;
            }
            at += kind.levels().size();
        }
    }

    private static double[] flat(Weights weights) {
        int size = 1
                + Arrays.stream(Kind.values())
                        .mapToInt(kind -> kind.levels().size())
                        .sum();
        double[] flat = new double[size];
        flat[0] = weights.prior();
        int at = 1;
        for (Kind kind : Kind.values()) {
            for (int level = 0; level < kind.levels().size(); level++) {
                flat[at++] = weights.of(kind, level);
            }
        }
        return flat;
    }

    private static Weights unflat(double[] flat) {
        double[][] bits = new double[Kind.values().length][];
        int at = 1;
        for (Kind kind : Kind.values()) {
            int size = kind.levels().size();
            bits[kind.ordinal()] = Arrays.copyOfRange(flat, at, at + size);
            at += size;
        }
        return new Weights(flat[0], bits);
    }
}
