package dev.rapport.understanding;

import org.jspecify.annotations.Nullable;

/**
 * What a pattern of words means once found.
 *
 * @param points of urgency, or the feeling of a phrase, by kind
 */
record Rule(Kind kind, String key, double points, @Nullable Intent intent) {

    enum Kind {
        FEELING,
        CARE,
        URGENCY,
        INTENT
    }
}
