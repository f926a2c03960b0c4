package dev.rapport.people.matching;

import java.util.List;

/**
 * Learns weights without any answer: expectation maximisation after Fellegi and Sunter as Winkler made it practical. The
 * expectation is the posterior over each line-up's rivals and nobody; from it come m and u for each level, from them the weights.
 */
final class Em {

    /** So many line-ups the starting weights are worth. */
    private static final double START = 50;

    /** Form, rest, length and rarity come from one text: counted in full they would count it several times. */
    private static final double DEPENDENCE = 0.5;

    /** Without answers nothing tells how honest the probabilities are: only near certainty links. */
    static final double LINK = 0.995;

    private Em() {}

    static Weights learn(Weights start, List<Lineup> lineups, int rounds) {
        Weights weights = start;
        for (int round = 0; round < rounds; round++) {
            weights = round(start, weights, lineups);
        }
        return weights;
    }

    private static Weights round(Weights start, Weights weights, List<Lineup> lineups) {
        double[][] matched = zeros();
        double[][] others = zeros();
        double matches = 0;
        double pairs = 0;
        for (Lineup lineup : lineups) {
            Posterior posterior = Posterior.of(lineup.suspects(), weights, 0);
            for (int i = 0; i < lineup.suspects().size(); i++) {
                double p = posterior.candidates()[i];
                matches += p;
                pairs++;
                for (Kind kind : Kind.values()) {
                    int level = lineup.suspects().get(i).gamma().level(kind);
                    if (level != Gamma.UNKNOWN) {
                        matched[kind.ordinal()][level] += p;
                        others[kind.ordinal()][level] += 1 - p;
                    }
                }
            }
        }
        double[][] bits = zeros();
        for (Kind kind : Kind.values()) {
            double m = sum(matched[kind.ordinal()]) + START;
            double u = sum(others[kind.ordinal()]) + START;
            for (int level = 0; level < kind.levels().size(); level++) {
                double odds = Math.pow(2, start.of(kind, level));
                double ofM = (matched[kind.ordinal()][level] + START * odds / (1 + odds) / 4) / m;
                double ofU = (others[kind.ordinal()][level] + START / (1 + odds) / 4) / u;
                bits[kind.ordinal()][level] = DEPENDENCE * log2(ofM / ofU);
            }
        }
        return new Weights(log2(matches / (pairs - matches)), bits);
    }

    private static double log2(double ratio) {
        return Math.log(ratio) / Math.log(2);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double[][] zeros() {
        double[][] zeros = new double[Kind.values().length][];
        for (Kind kind : Kind.values()) {
            zeros[kind.ordinal()] = new double[kind.levels().size()];
        }
        return zeros;
    }
}
