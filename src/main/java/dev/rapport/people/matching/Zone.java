package dev.rapport.people.matching;

/** What to do with an answer. */
public enum Zone {
    /** Sure enough to link by evidence, reversibly. */
    LINK,
    /** Worth asking a person. */
    ASK,
    /** Left anonymous. */
    LEAVE
}
