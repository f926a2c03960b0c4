package dev.rapport.bench.places;

/** What goes wrong with one request. */
public enum Failure {
    /** Nothing is done, and the server says that it failed. */
    ERROR,
    /** Nothing is done, and the server says that it is busy. */
    BUSY,
    /** Nothing is done; come back in a second. */
    TOO_FAST,
    /** Nothing is done, and the connection ends without an answer. */
    HANGS_UP,
    /** It is done, and the connection ends without an answer. */
    HANGS_UP_AFTERWARDS,
    /** It is done, and half the answer comes. */
    BREAKS_OFF,
    /** It is done, and the answer comes seconds later. */
    LATE,
    /** The key is said to have run out. */
    KEY_RAN_OUT
}
