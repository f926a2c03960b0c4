package dev.rapport.understanding;

/** A part of a text, in UTF-16 offsets: {@code text.substring(from, to)} are its words. */
public record Span(int from, int to) {

    /** The exact words. */
    public String of(String text) {
        return text.substring(from, to);
    }

    /** The smallest span that holds both. */
    Span and(Span other) {
        return new Span(Math.min(from, other.from), Math.max(to, other.to));
    }

    boolean touches(Span other) {
        return from < other.to && other.from < to;
    }
}
