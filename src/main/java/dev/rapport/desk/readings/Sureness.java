package dev.rapport.desk.readings;

import java.util.Locale;

/** How sure a reading is, in a word: eight of ten sure ones are right. */
public enum Sureness {
    SURE(0.8),
    FAIRLY(0.6),
    HARDLY(0);

    private final double least;

    Sureness(double least) {
        this.least = least;
    }

    static Sureness of(double confidence) {
        return confidence >= SURE.least ? SURE : confidence >= FAIRLY.least ? FAIRLY : HARDLY;
    }

    /** The message key of its words. */
    public String key() {
        return "reading.sure." + name().toLowerCase(Locale.ROOT);
    }
}
