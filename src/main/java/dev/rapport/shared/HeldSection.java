package dev.rapport.shared;

/**
 * A part of what is held about somebody.
 *
 * @param name plural and lower case, {@code messages}; screens have a text for each
 * @param select its rows, with the parameters of {@link SubjectSql}
 */
public record HeldSection(String name, String select) {}
