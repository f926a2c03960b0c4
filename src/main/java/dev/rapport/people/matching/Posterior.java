package dev.rapport.people.matching;

import java.util.List;

/**
 * Bayes over all rivals and nobody: each candidate stands for 2 to the power of its weight, nobody for 1. Two contacts with the
 * same evidence share what there is, so neither gets more than half.
 */
record Posterior(double[] candidates, double nobody) {

    static Posterior of(List<Suspect> suspects, Weights weights, double shift) {
        double[] chances = suspects.stream()
                .mapToDouble(s -> weights.of(s.gamma()) + shift)
                .toArray();
        double most = 0;
        for (double bits : chances) {
            most = Math.max(most, bits);
        }
        double nobody = Math.pow(2, -most);
        double sum = nobody;
        for (int i = 0; i < chances.length; i++) {
            chances[i] = Math.pow(2, chances[i] - most);
            sum += chances[i];
        }
        for (int i = 0; i < chances.length; i++) {
            chances[i] /= sum;
        }
        return new Posterior(chances, nobody / sum);
    }

    /** The likeliest candidate, or -1 when there is none. */
    int best() {
        int best = -1;
        for (int i = 0; i < candidates.length; i++) {
            best = best < 0 || candidates[i] > candidates[best] ? i : best;
        }
        return best;
    }
}
