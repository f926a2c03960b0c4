package dev.rapport.desk.words;

import dev.rapport.understanding.Polarity;

/** How an opinion is shown: a tone, a sign and a word, never a colour alone. */
public enum Feeling {
    GOOD("good", "+"),
    BAD("bad", "−"),
    MIXED("mixed", "±"),
    NEUTRAL("neutral", "·");

    private final String tone;
    private final String sign;

    Feeling(String tone, String sign) {
        this.tone = tone;
        this.sign = sign;
    }

    public static Feeling of(Polarity polarity) {
        return switch (polarity) {
            case POSITIVE -> GOOD;
            case NEGATIVE -> BAD;
            case MIXED -> MIXED;
            case NEUTRAL -> NEUTRAL;
        };
    }

    /** The polarity that is shown so. */
    public Polarity polarity() {
        return switch (this) {
            case GOOD -> Polarity.POSITIVE;
            case BAD -> Polarity.NEGATIVE;
            case MIXED -> Polarity.MIXED;
            case NEUTRAL -> Polarity.NEUTRAL;
        };
    }

    /** Both at once are mixed. */
    Feeling and(Feeling other) {
        return this == other ? this : MIXED;
    }

    /** The value of {@code data-is}. */
    public String tone() {
        return tone;
    }

    public String sign() {
        return sign;
    }

    /** The message key of its word. */
    public String key() {
        return "feeling." + tone;
    }
}
