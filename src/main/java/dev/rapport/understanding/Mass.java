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

    /** The good side, saturated; a care failure takes the shine off it. */
    double up() {
        return saturated(failure > 1 ? good * THANKS_AMID_FAILURE : good);
    }

    /** The bad side, saturated. */
    double down() {
        return saturated(bad);
    }

    /** The good side as words of feeling alone say it. */
    double feltUp() {
        return saturated(good);
    }

    /** The bad side without care failures. */
    double feltDown() {
        return saturated(Math.max(0, bad - failure));
    }

    /** How much of the bad side are care failures, saturated. */
    double failure() {
        return saturated(failure);
    }

    /** Softmax over the saturated sums; a care failure takes the shine off thanks and greetings. */
    Tone tone() {
        double up = up();
        double down = down();
        double positive = StrictMath.exp(STEEP * up - AGAINST * down);
        double negative = StrictMath.exp(STEEP * down - AGAINST * up);
        double neutral = StrictMath.exp(NEUTRAL);
        double all = positive + neutral + negative;
        return new Tone(positive / all, neutral / all, negative / all);
    }

    /** Both sides strong, neither far ahead. */
    boolean isMixed() {
        double less = Math.min(good, bad);
        return less > MIXED && less / Math.max(good, bad) > MIXED_RATIO && failure < 1;
    }

    private static double saturated(double sum) {
        return FULL * (1 - StrictMath.exp(-sum / FULL));
    }
}
