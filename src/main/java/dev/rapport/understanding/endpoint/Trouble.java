package dev.rapport.understanding.endpoint;

import java.util.Locale;

/** Why there is no answer. The first five are ours: nothing left. */
public enum Trouble {
    OFF,
    PAUSED,
    BUDGET,
    BUSY,
    ADDRESS,
    UNREACHABLE,
    SLOW,
    KEY,
    TOO_MANY,
    BROKEN,
    /** Understood and declined: no such model, or words it does not take. */
    DECLINED,
    TOO_LONG,
    NO_CHAT,
    /** It ended in the middle. */
    CUT,
    /** This process had to go. */
    STOPPED;

    /** Whether nothing left. */
    boolean isOurs() {
        return ordinal() <= ADDRESS.ordinal();
    }

    /** Whether it counts as a call that failed. */
    boolean isFault() {
        return ordinal() >= ADDRESS.ordinal() && this != STOPPED;
    }

    /** Whether these very words may be to blame: they are not sent again. */
    public boolean isOfTheWords() {
        return this == SLOW || this == DECLINED || this == TOO_LONG || this == NO_CHAT || this == CUT;
    }

    /** The message key of its sentence. */
    public String key() {
        return "understanding.endpoint.trouble." + code();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
