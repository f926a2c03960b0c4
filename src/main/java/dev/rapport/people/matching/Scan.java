package dev.rapport.people.matching;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All that is known inside one text: every stretch of its letters looked up among the contacts' terms and the word lists. */
final class Scan {

    private static final int LONGEST = 24;

    /** A word around the name: its letters and what it is. */
    record Around(int start, int end, Affixes kind, String text) {}

    /** A place's name or code inside the text, by the term of the place. */
    record Place(int start, int end, int term) {}

    final Letters letters;
    final List<Span> names = new ArrayList<>();
    final List<Around> around = new ArrayList<>();
    final List<Place> places = new ArrayList<>();

    private Scan(Letters letters) {
        this.letters = letters;
    }

    static Scan of(String text, ContactIndex index) {
        var scan = new Scan(Letters.of(text));
        for (int start = 0; start < scan.letters.length(); start++) {
            scan.from(start, index);
        }
        scan.around.sort(
                Comparator.comparingInt((Around a) -> a.start() - a.end()).thenComparingInt(Around::start));
        return scan;
    }

    private void from(int start, ContactIndex index) {
        String text = letters.text();
        int hash = Terms.start();
        byte[] bytes =
                text.substring(start, Math.min(text.length(), start + LONGEST)).getBytes(StandardCharsets.UTF_8);
        int read = 0;
        for (int end = start + 1; end <= Math.min(text.length(), start + LONGEST); end++) {
            int upTo = read + width(text.charAt(end - 1));
            while (read < Math.min(upTo, bytes.length)) {
                hash = Terms.next(hash, bytes[read++]);
            }
            stretch(start, end, index.terms().find(bytes, 0, read, hash), index);
        }
    }

    private static int width(char c) {
        return c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isHighSurrogate(c) ? 0 : Character.isLowSurrogate(c) ? 4 : 3;
    }

    private void stretch(int start, int end, int term, ContactIndex index) {
        int length = end - start;
        boolean apart = letters.isEdge(start) && letters.isEdge(end);
        if (term != Terms.NONE && (length > 2 || length == 2 && apart)) {
            if (index.postings().count(term) > 0) {
                names.add(new Span(start, end, term, false));
            }
            if (length > 3 && index.isPlace(term)) {
                places.add(new Place(start, end, term));
            }
        }
        words(start, end, apart, index);
    }

    private void words(int start, int end, boolean apart, ContactIndex index) {
        int length = end - start;
        if (length > 17) {
            return;
        }
        String word = letters.text().substring(start, end);
        if (length > 1 && (length > 2 || apart)) {
            for (String also : Nicknames.of(word)) {
                int term = index.terms().find(also);
                if (term != Terms.NONE && index.postings().count(term) > 0) {
                    names.add(new Span(start, end, term, true));
                }
            }
        }
        if (length < 4 && (letters.isEdge(start) || letters.isEdge(end))) {
            for (String place : Places.named(word)) {
                int term = index.terms().find(place);
                if (term != Terms.NONE && index.isPlace(term)) {
                    places.add(new Place(start, end, term));
                }
            }
        }
        Affixes kind = Affixes.of(word);
        if (kind != null) {
            around.add(new Around(start, end, kind, word));
        }
    }
}
