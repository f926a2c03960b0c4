package dev.rapport.understanding;

import org.jspecify.annotations.Nullable;

/**
 * What a pattern of words means once found.
 *
 * @param reason the key of the reason it speaks for, if any
 * @param points of urgency, or the feeling of a phrase, by kind
 */
record Rule(
        Kind kind,
        String key,
        double points,
        @Nullable Intent intent,
        @Nullable String reason) {

    enum Kind {
        FEELING,
        CARE,
        URGENCY,
        INTENT,
        REASON
    }
}
