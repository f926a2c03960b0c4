package dev.rapport.people;

/** How a person came to be known. */
public enum Origin {
    /** By a file of another system. */
    IMPORTED,
    /** Typed in here. */
    ENTERED,
    /** Known by what they said to one of us. */
    HEARD
}
