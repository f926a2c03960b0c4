package dev.rapport.understanding.endpoint;

import java.util.Locale;

/** What is wrong with an answer. */
public enum Flaw {
    NO_JSON,
    WRONG_SHAPE,
    UNKNOWN_LABEL,
    FOREIGN_TARGET,
    INVENTED_QUOTE,
    EMPTY,
    TOO_LONG,
    /** A link, an address or a number that stands nowhere in the thread. */
    FOREIGN_LINK,
    PLACEHOLDER;

    public String code() {
        return "flaw-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message key of its sentence. */
    public String key() {
        return "understanding.endpoint." + code();
    }
}
