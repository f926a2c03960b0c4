package dev.rapport.desk.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a text: plain, or the exact words of an opinion.
 *
 * @param feeling empty for plain words
 * @param parts the same words, cut where the target and the words that decided stand
 */
public record Piece(String words, @Nullable Feeling feeling, List<Part> parts) {

    /** What a part of an opinion's words is. */
    public enum Role {
        PLAIN,
        TARGET,
        EVIDENCE
    }

    /** A part of an opinion's words. */
    public record Part(String words, Role role) {}

    /** Where in a text something stands that is told apart. */
    record Told(Mark mark, Role role) {}

    Piece(String words, @Nullable Feeling feeling) {
        this(words, feeling, List.of(new Part(words, Role.PLAIN)));
    }

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
    public static List<Piece> cut(String text, List<Mark> marks) {
        return cut(text, marks, List.of());
    }

    /** The same, with target and evidence told apart inside the marks. */
    public static List<Piece> cut(String text, List<Mark> marks, List<Told> told) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Mark mark : merged(text, marks)) {
            addPlain(pieces, text.substring(at, mark.from()));
            pieces.add(new Piece(text.substring(mark.from(), mark.to()), mark.feeling(), parts(text, mark, told)));
            at = mark.to();
        }
        addPlain(pieces, text.substring(at));
        return pieces;
    }

    private static void addPlain(List<Piece> pieces, String words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(words, null));
        }
    }

    /** What overlaps something told apart before it stays as it is. */
    private static List<Part> parts(String text, Mark whole, List<Told> told) {
        List<Part> parts = new ArrayList<>();
        int at = whole.from();
        for (Told each : told.stream()
                .map(one -> new Told(fitted(text, one.mark()), one.role()))
                .sorted(Comparator.comparingInt(one -> one.mark().from()))
                .toList()) {
            Mark mark = each.mark();
            if (mark.from() >= at && mark.to() <= whole.to() && mark.from() < mark.to()) {
                addPart(parts, text.substring(at, mark.from()), Role.PLAIN);
                addPart(parts, text.substring(mark.from(), mark.to()), each.role());
                at = mark.to();
            }
        }
        addPart(parts, text.substring(at, whole.to()), Role.PLAIN);
        return parts;
    }

    private static void addPart(List<Part> parts, String words, Role role) {
        if (!words.isEmpty()) {
            parts.add(new Part(words, role));
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
