package dev.rapport.people.matching;

import java.util.List;

/**
 * Turns what the posterior says about the likeliest candidate into how often that is right: a logistic curve over its log odds
 * (Platt), fitted on answers the weights were not learnt from. What it adds, the rivals and nobody lose in proportion.
 */
record Calibration(double slope, double shift) {

    static final Calibration NONE = new Calibration(1, 0);

    private static final double EDGE = 1e-6;

    static Calibration fitted(List<Stated> all) {
        double slope = 1;
        double shift = 0;
        for (int round = 0; round < 25; round++) {
            double gSlope = 0;
            double gShift = 0;
            double a = 1e-3;
            double b = 0;
            double c = 1e-3;
            for (Stated one : all) {
                double x = logOdds(one.probability());
                double p = sigmoid(slope * x + shift);
                double error = (one.right() ? 1 : 0) - p;
                double weight = p * (1 - p);
                gSlope += error * x;
                gShift += error;
                a += weight * x * x;
                b += weight * x;
                c += weight;
            }
            double determinant = a * c - b * b;
            slope += (gSlope * c - gShift * b) / determinant;
            shift += (gShift * a - gSlope * b) / determinant;
        }
        return new Calibration(slope, shift);
    }

    double of(double probability) {
        return sigmoid(slope * logOdds(probability) + shift);
    }

    Posterior of(Posterior posterior) {
        int best = posterior.best();
        if (best < 0) {
            return posterior;
        }
        double stated = posterior.candidates()[best];
        double calibrated = of(stated);
        double others = stated >= 1 ? 0 : (1 - calibrated) / (1 - stated);
        double[] candidates = posterior.candidates().clone();
        for (int i = 0; i < candidates.length; i++) {
            candidates[i] = i == best ? calibrated : candidates[i] * others;
        }
        double nobody = stated >= 1 ? 1 - calibrated : posterior.nobody() * others;
        return new Posterior(candidates, nobody);
    }

    private static double logOdds(double probability) {
        double inside = Math.min(1 - EDGE, Math.max(EDGE, probability));
        return Math.log(inside / (1 - inside));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
