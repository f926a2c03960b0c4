package dev.rapport.understanding;

/** How likely words are positive, neutral and negative; the three sum to 1. */
public record Tone(double positive, double neutral, double negative) {

    /** The likeliest of the three. */
    public Polarity polarity() {
        if (neutral >= positive && neutral >= negative) {
            return Polarity.NEUTRAL;
        }
        return leaning();
    }

    /** The likelier of positive and negative. */
    public Polarity leaning() {
        return positive > negative ? Polarity.POSITIVE : Polarity.NEGATIVE;
    }

    /** How sure {@link #polarity()} is, 0 to 1. */
    public double confidence() {
        return Math.max(neutral, Math.max(positive, negative));
    }
}
