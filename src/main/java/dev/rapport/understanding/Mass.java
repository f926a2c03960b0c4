package dev.rapport.understanding;

/** Good and bad feelings summed up, and the tone they make. */
final class Mass {

    private static final double FULL = 6;
    private static final double THANKS_AMID_FAILURE = 0.45;
    private static final double STEEP = 0.95;
    private static final double AGAINST = 0.6;
    private static final double NEUTRAL = 0.9;
    private static final double MIXED = 2.0;
    private static final double MIXED_RATIO = 0.7;

    private static final double ALONE = 1.6;
    private double good;
    private double bad;
    private double failure;

    void add(double feeling, boolean care) {
        good += Math.max(0, feeling);
        bad += Math.max(0, -feeling);
        failure += care ? Math.max(0, -feeling) : 0;
    }

    void add(Mass other, double weight) {
        good += other.good * weight;
        bad += other.bad * weight;
        failure += other.failure * weight;
    }

    /** Exclamation marks speak for the side that is heavier already. */
    void loud(int exclamations) {
        double louder = 1 + 0.08 * Math.min(3, exclamations);
        good *= good > bad ? louder : 1;
        bad *= bad > good ? louder : 1;
    }

    /** About one target much less is said than in a whole text. */
    void alone() {
        good *= ALONE;
        bad *= ALONE;
        failure *= ALONE;
    }

    boolean isEmpty() {
        return good + bad < 0.05;
    }

    /** Softmax over the saturated sums; a care failure takes the shine off thanks and greetings. */
    Tone tone() {
        double kindness = failure > 1 ? good * THANKS_AMID_FAILURE : good;
        double up = saturated(kindness);
        double down = saturated(bad);
        double positive = Math.exp(STEEP * up - AGAINST * down);
        double negative = Math.exp(STEEP * down - AGAINST * up);
        double neutral = Math.exp(NEUTRAL);
        double all = positive + neutral + negative;
        return new Tone(positive / all, neutral / all, negative / all);
    }

    /** Both sides strong, neither far ahead. */
    boolean isMixed() {
        double less = Math.min(good, bad);
        return less > MIXED && less / Math.max(good, bad) > MIXED_RATIO && failure < 1;
    }

    private static double saturated(double sum) {
        return FULL * (1 - Math.exp(-sum / FULL));
    }
}
