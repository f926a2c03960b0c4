package dev.rapport.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a text: plain, or the exact words of an opinion.
 *
 * @param feeling empty for plain words
 */
public record Piece(String words, @Nullable Feeling feeling) {

    public boolean isMarked() {
        return feeling != null;
    }

    /** The feeling of a marked piece. */
    public Feeling is() {
        return feeling == null ? Feeling.NEUTRAL : feeling;
    }

    /**
     * Cuts a text at its marks. Marks that overlap become one; a mark outside the text, or none at all, changes nothing; a
     * character outside the basic plane is never cut in two.
     */
    static List<Piece> cut(String text, List<Mark> marks) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Mark mark : merged(text, marks)) {
            add(pieces, text.substring(at, mark.from()), null);
            add(pieces, text.substring(mark.from(), mark.to()), mark.feeling());
            at = mark.to();
        }
        add(pieces, text.substring(at), null);
        return pieces;
    }

    private static void add(List<Piece> pieces, String words, @Nullable Feeling feeling) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(words, feeling));
        }
    }

    private static List<Mark> merged(String text, List<Mark> marks) {
        List<Mark> sorted = marks.stream()
                .map(mark -> fitted(text, mark))
                .filter(mark -> mark.from() < mark.to())
                .sorted(Comparator.comparingInt(Mark::from).thenComparingInt(Mark::to))
                .toList();
        List<Mark> merged = new ArrayList<>();
        for (Mark mark : sorted) {
            Mark last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && mark.from() < last.to()) {
                Feeling both = last.feeling().and(mark.feeling());
                merged.set(merged.size() - 1, new Mark(last.from(), Math.max(last.to(), mark.to()), both));
            } else {
                merged.add(mark);
            }
        }
        return merged;
    }

    private static Mark fitted(String text, Mark mark) {
        int from = Math.clamp(mark.from(), 0, text.length());
        int to = Math.clamp(mark.to(), from, text.length());
        return new Mark(cutsPair(text, from) ? from - 1 : from, cutsPair(text, to) ? to + 1 : to, mark.feeling());
    }

    private static boolean cutsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
