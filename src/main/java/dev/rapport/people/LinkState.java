package dev.rapport.people;

/** How a link stands. */
public enum LinkState {
    /** The evidence asks; a person answers. */
    PROPOSED,
    /** The person speaks with the profile. */
    CONFIRMED,
    /** They are not the same; remembered for ever. */
    REFUSED,
    /** It was confirmed and is no more. */
    WITHDRAWN
}
