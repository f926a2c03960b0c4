package dev.rapport.demo;

import org.jspecify.annotations.Nullable;

/**
 * Something a colleague did.
 *
 * @param message in whose conversation, or with whose profile
 * @param by who did it, by name
 * @param to whom: a colleague or team by name, for links the customer number of a person
 * @param words of a note or reply; for a resolution or a link, why
 * @param hours how long a case sleeps
 * @param reason of a resolution
 */
record Deed(
        Kind kind,
        String message,
        String by,
        @Nullable String to,
        @Nullable String words,
        @Nullable Integer hours,
        @Nullable String reason) {

    enum Kind {
        NOTE,
        REPLY,
        ASSIGN,
        HAND_OVER,
        WAIT,
        SNOOZE,
        RESOLVE,
        LINK,
        REFUSE_LINK
    }
}
