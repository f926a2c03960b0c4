package dev.rapport.understanding.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody here said about a reading.
 *
 * @param what the message key of the thing: the feeling, the reason …
 * @param about which one of several: a product, an intent; empty where there is only one
 * @param confirms the reader had been right
 * @param by who said so
 */
public record CorrectionRow(
        long id,
        long message,
        long conversation,
        String words,
        String what,
        @Nullable Value about,
        Value said,
        Value now,
        boolean confirms,
        String by,
        Instant at) {

    /**
     * Something read or said.
     *
     * @param key its message key; empty for a name that somebody gave
     */
    public record Value(@Nullable String key, String text) {

        static Value keyed(String key) {
            return new Value(key, "");
        }

        static Value named(String name) {
            return new Value(null, name);
        }
    }
}
