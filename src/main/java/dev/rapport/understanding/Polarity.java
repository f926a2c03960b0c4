package dev.rapport.understanding;

/** How somebody feels about something. */
public enum Polarity {
    POSITIVE,
    NEGATIVE,
    NEUTRAL,
    MIXED
}
