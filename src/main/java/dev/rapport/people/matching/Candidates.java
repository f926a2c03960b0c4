package dev.rapport.people.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whom a profile is worth comparing with: those who share its rarest terms, ordered by how many letters they explain. So
 * that a name of ten thousand people costs no more than it can tell, common names only tell among those whom rarer ones found.
 */
final class Candidates {

    /** Beside the rarest name so many contacts are walked; commoner names only tell among those found by then. */
    private static final int VISITS = 4_000;

    /** Three letters are inside nearly everything: they may not cost much. */
    private static final int SHORT_VISITS = 1_000;

    private static final int LOOKED_AT = 1_500;
    private static final int MOST = 24;

    private final ContactIndex index;
    private final Tally tally = new Tally();

    /** A stretch of one of the profile's texts. */
    private record Clue(int text, Letters letters, Span span) {}

    Candidates(ContactIndex index) {
        this.index = index;
    }

    /** The slots worth a comparison, the same ones for the same contacts whatever the order they came in. */
    List<Integer> of(ProfileScan profile) {
        for (int term : profile.exact()) {
            index.postings().forEach(term, slot -> tally.add(slot, Tally.EXACT, -1L));
        }
        int budget = VISITS;
        int shortBudget = SHORT_VISITS;
        boolean isFirst = true;
        for (Clue clue : clues(profile)) {
            int count = index.postings().count(clue.span().term());
            if (clue.span().length() < 4 || clue.span().shortForm()) {
                shortBudget -= count;
                if (shortBudget >= 0) {
                    walk(clue, count);
                }
            } else if (isFirst || count <= budget) {
                budget -= isFirst ? 0 : count;
                isFirst = false;
                walk(clue, count);
            } else {
                tally.among(
                        slot -> index.has(slot, clue.span().term()),
                        clue.text(),
                        clue.span().mask());
            }
        }
        return tally.highest(
                MOST, Comparator.comparingLong(slot -> index.person(slot).value()));
    }

    private void walk(Clue clue, int count) {
        boolean looks = count <= LOOKED_AT;
        index.postings()
                .forEach(
                        clue.span().term(),
                        slot -> tally.add(
                                slot,
                                clue.text(),
                                looks ? mask(clue, slot) : clue.span().mask()));
    }

    private List<Clue> clues(ProfileScan profile) {
        List<Clue> clues = new ArrayList<>();
        List<NameReader> readers = profile.readers();
        for (int text = 0; text < readers.size(); text++) {
            Scan scan = readers.get(text).scan();
            for (Span span : scan.names) {
                clues.add(new Clue(text, scan.letters, span));
            }
        }
        clues.sort(Comparator.comparingInt(
                        (Clue clue) -> index.postings().count(clue.span().term()))
                .thenComparingInt(clue -> -clue.span().length()));
        return clues;
    }

    /** The letters of the clue, and those beside it that begin another name of the contact. */
    private long mask(Clue clue, int slot) {
        Span span = clue.span();
        int before = 0;
        int behind = 0;
        int edge = span.start();
        while (edge > 0 && !clue.letters().isEdge(edge - 1)) {
            edge--;
        }
        edge = Math.max(0, edge - 1);
        for (int part = 0; part < index.parts(slot); part++) {
            int term = index.term(slot, part);
            if (term != span.term() && index.role(slot, part).isName()) {
                behind = Math.max(
                        behind, index.terms().common(term, clue.letters().text(), span.end()));
                int common = edge == span.start()
                        ? 0
                        : index.terms().common(term, clue.letters().text(), edge);
                before = common >= span.start() - edge ? span.start() - edge : before;
            }
        }
        return Letters.range(span.start() - before, span.end() + behind);
    }
}
