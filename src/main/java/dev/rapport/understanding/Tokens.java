package dev.rapport.understanding;

import java.util.Arrays;

/** A text cut into tokens, as columns: where each stands, what it is, which known word it is. */
final class Tokens {

    static final byte WORD = 0;
    static final byte NUMBER = 1;
    static final byte MENTION = 2;
    static final byte LINK = 3;
    static final byte EMOJI = 4;
    static final byte MARK = 5;

    static final byte CAPITALS = 1;
    static final byte CAPITALISED = 2;
    static final byte ELONGATED = 4;
    static final byte HASHTAG = 8;
    /** Nothing stands between this token and the one before. */
    static final byte GLUED = 16;

    final String text;
    int count;
    int[] from;
    int[] to;
    int[] word;
    byte[] kind;
    byte[] flags;
    int letters;
    int capitals;

    Tokens(String text) {
        this.text = text;
        int room = text.length() / 4 + 8;
        from = new int[room];
        to = new int[room];
        word = new int[room];
        kind = new byte[room];
        flags = new byte[room];
    }

    void add(int start, int end, int id, byte what, int how) {
        if (count == from.length) {
            grow();
        }
        from[count] = start;
        to[count] = end;
        word[count] = id;
        kind[count] = what;
        flags[count] = (byte) (count > 0 && to[count - 1] == start ? how | GLUED : how);
        count++;
    }

    boolean is(int token, byte flag) {
        return (flags[token] & flag) != 0;
    }

    boolean isMark(int token, char mark) {
        return kind[token] == MARK && text.charAt(from[token]) == mark;
    }

    /** From the first token to before the last. */
    Span span(int first, int end) {
        return new Span(from[first], to[end - 1]);
    }

    /** The first token that reaches into a part of the text; {@link #count} when there is none. */
    int first(Span part) {
        int first = 0;
        while (first < count && to[first] <= part.from()) {
            first++;
        }
        return first;
    }

    /** The token after the last that begins before the end of a part of the text. */
    int end(Span part) {
        int end = first(part);
        while (end < count && from[end] < part.to()) {
            end++;
        }
        return end;
    }

    private void grow() {
        int room = from.length * 2;
        from = Arrays.copyOf(from, room);
        to = Arrays.copyOf(to, room);
        word = Arrays.copyOf(word, room);
        kind = Arrays.copyOf(kind, room);
        flags = Arrays.copyOf(flags, room);
    }
}
