package dev.rapport.desk.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a message is shown in a line of a list: the words that hold its opinions, with what is judged marked; the
 * beginning when there is none. A sign is never cut off.
 */
public final class Snippet {

    private static final int ROOM = 150;
    private static final String GAP = " … ";

    private Snippet() {}

    public static List<Piece> of(String words, List<ReadOpinion> opinions) {
        return of(words, opinions, ROOM);
    }

    /** The same with room for so many characters. */
    public static List<Piece> of(String words, List<ReadOpinion> opinions, int room) {
        String line = oneLine(words);
        List<Mark> names = ReadOpinion.names(opinions);
        if (line.length() <= room) {
            return Piece.cut(line, names.isEmpty() ? ReadOpinion.quotes(opinions) : names);
        }
        List<Mark> quotes = ReadOpinion.quotes(opinions);
        return quotes.isEmpty() ? Piece.cut(beginning(line, room), List.of()) : clauses(line, quotes, names, room);
    }

    /** Each kept clause, cut at the names within it, until the room is used. */
    private static List<Piece> clauses(String line, List<Mark> quotes, List<Mark> names, int all) {
        List<Piece> pieces = new ArrayList<>();
        int room = all;
        int end = 0;
        for (Mark quote :
                quotes.stream().sorted(Comparator.comparingInt(Mark::from)).toList()) {
            Mark clause = clause(line, quote, names, end, room);
            if (clause != null) {
                if (clause.from() > 0) {
                    pieces.add(new Piece(pieces.isEmpty() ? "… " : GAP, null));
                }
                pieces.addAll(cut(line, clause, names));
                room -= clause.to() - clause.from();
                end = clause.to();
            }
        }
        if (end < line.length()) {
            pieces.add(new Piece(" …", null));
        }
        return pieces;
    }

    private static @Nullable Mark clause(String line, Mark quote, List<Mark> names, int end, int room) {
        int from = Math.max(Math.min(start(quote, names), line.length()), end);
        int to = Math.min(Math.min(quote.to(), line.length()), from + room);
        return to <= from || room < 20 ? null : new Mark(from, to, quote.feeling());
    }

    /** A name that stands shortly before its quote belongs to the line. */
    private static int start(Mark quote, List<Mark> names) {
        return names.stream()
                .mapToInt(Mark::from)
                .filter(from -> from < quote.from() && quote.from() - from < 40)
                .min()
                .orElse(quote.from());
    }

    private static List<Piece> cut(String line, Mark clause, List<Mark> names) {
        List<Mark> inside = names.stream()
                .filter(name -> name.from() >= clause.from() && name.to() <= clause.to())
                .map(name -> new Mark(name.from() - clause.from(), name.to() - clause.from(), name.feeling()))
                .toList();
        String words = line.substring(clause.from(), clause.to());
        return Piece.cut(words, inside.isEmpty() ? List.of(new Mark(0, words.length(), clause.feeling())) : inside);
    }

    private static String beginning(String line, int room) {
        int end = line.lastIndexOf(' ', room);
        return line.substring(
                        0,
                        end < room / 2
                                ? line.offsetByCodePoints(0, Math.min(room / 2, line.codePointCount(0, line.length())))
                                : end)
                + " …";
    }

    /** Breaks become spaces one for one, so that offsets stay true. */
    private static String oneLine(String words) {
        return words.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
    }
}
