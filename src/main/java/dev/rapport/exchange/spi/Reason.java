package dev.rapport.exchange.spi;

import java.util.List;

/**
 * Why something was refused, in words that say how to repair it.
 *
 * @param words in English, for the console and for screens without a text of that key
 * @param key of a screen's text in {@code messages}, or empty
 * @param details what is filled into that text, in its order
 */
public record Reason(String words, String key, List<String> details) {

    public Reason {
        details = List.copyOf(details);
    }

    /** A reason that is said in English everywhere. */
    public static Reason of(String words) {
        return new Reason(words, "", List.of());
    }
}
