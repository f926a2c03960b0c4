package dev.rapport.understanding;

import org.jspecify.annotations.Nullable;

/**
 * A labelled English text to learn from.
 *
 * @param source where it comes from; whole sources are left out to see how well strangers are read
 * @param about what the label is about; empty for the whole text
 * @param label {@code positive}, {@code neutral}, {@code negative}, or the source's own
 */
public record Lesson(String source, String text, @Nullable Span about, String label) {}
