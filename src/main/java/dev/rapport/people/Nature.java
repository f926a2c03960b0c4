package dev.rapport.people;

/** What speaks by a profile when it is not one person. */
public enum Nature {
    /** A company, a club, an office: many people, or nobody in particular. */
    ORGANISATION,
    /** A machine that posts. */
    PROGRAM
}
