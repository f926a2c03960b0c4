package dev.rapport.desk.readings;

import java.time.Instant;

/**
 * Who said last what a reading should be.
 *
 * @param by a name, empty when the user is gone
 * @param confirms whether the reader had been right in everything they said
 */
public record LastWord(String by, Instant at, boolean confirms) {}
