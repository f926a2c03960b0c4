package dev.rapport.understanding.endpoint;

/** What a call is for. */
public enum Purpose {
    READING,
    DRAFT,
    /** A made-up sentence, to see whether it works. */
    TRIAL
}
