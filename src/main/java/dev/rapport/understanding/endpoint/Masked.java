package dev.rapport.understanding.endpoint;

import dev.rapport.understanding.endpoint.Traces.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A text with placeholders, which knows where each part of it stands in the text as it was. */
public final class Masked {

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();

    /** A placeholder at {@code from} to {@code to} of the masked text, for what stood at {@code first} to {@code end}. */
    private record Piece(int from, int to, int first, int end) {}

    Masked(String original, List<Trace> traces, Function<Trace, String> marks) {
        var masked = new StringBuilder(original.length());
        int at = 0;
        for (Trace trace : traces) {
            masked.append(original, at, trace.from());
            int from = masked.length();
            masked.append(marks.apply(trace));
            pieces.add(new Piece(from, masked.length(), trace.from(), trace.to()));
            at = trace.to();
        }
        text = masked.append(original, at, original.length()).toString();
    }

    public String text() {
        return text;
    }

    /**
     * Where words of the masked text stand in the text as it was: from and to, the first time they occur; null when they do
     * not. Words that begin or end within a placeholder stand for the whole of it.
     */
    public int @Nullable [] find(String words) {
        int at = text.indexOf(words);
        return at < 0 ? null : new int[] {original(at, false), original(at + words.length(), true)};
    }

    private int original(int at, boolean isEnd) {
        int shift = 0;
        for (Piece piece : pieces) {
            if (at <= piece.from()) {
                break;
            }
            if (at < piece.to()) {
                return isEnd ? piece.end() : piece.first();
            }
            shift = piece.end() - piece.to();
        }
        return at + shift;
    }
}
