package dev.rapport.understanding;

import dev.rapport.understanding.model.Curve;

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

    /** The same likeliest side, as sure as that was right among texts that could be checked. */
    Tone trusted(Curve curve) {
        double said = confidence();
        double second = positive + neutral + negative - said - Math.min(positive, Math.min(neutral, negative));
        double least = second / (1 - said + second + 1e-9) + 1e-3;
        double right = Math.clamp(curve.of(said), Math.min(0.99, least), 0.99);
        double rest = (1 - right) / Math.max(1e-9, 1 - said);
        return new Tone(
                positive == said ? right : positive * rest,
                neutral == said ? right : neutral * rest,
                negative == said ? right : negative * rest);
    }

    /** How sure {@link #polarity()} is, 0 to 1. */
    public double confidence() {
        return Math.max(neutral, Math.max(positive, negative));
    }

    /** What two texts of one message say together. */
    Tone and(Tone other) {
        double up = positive * other.positive;
        double even = neutral * other.neutral;
        double down = negative * other.negative;
        double all = up + even + down;
        return new Tone(up / all, even / all, down / all);
    }
}
