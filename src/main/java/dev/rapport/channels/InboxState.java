package dev.rapport.channels;

/** How an inbox is, as a state and not as a line in a log. */
public enum InboxState {
    OK,
    /** It works, but its key runs out within a week. */
    EXPIRING,
    /** The door refuses our key; nothing is fetched or sent until somebody signs in again. */
    NEEDS_SIGN_IN,
    /** Something failed on the way; it is tried again by itself. */
    BROKEN,
    /** Somebody stopped it. */
    PAUSED
}
