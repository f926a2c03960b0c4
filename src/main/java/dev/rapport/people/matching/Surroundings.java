package dev.rapport.people.matching;

/** Judges what stands around a name in a text: affixes, what is on record about the person, other places, plain letters. */
final class Surroundings {

    private static final int SHORTEST_STEM = 3;

    private final Scan scan;
    private final Letters letters;
    private final ContactIndex index;

    Surroundings(Scan scan, ContactIndex index) {
        this.scan = scan;
        this.letters = scan.letters;
        this.index = index;
    }

    Reading complete(int slot, Form form, long names, double namesakes) {
        long left = Letters.range(0, letters.length()) & ~names;
        long onRecord = left == 0 ? 0 : places(slot, left, true) | words(slot, left);
        left &= ~onRecord;
        long foreign = left == 0 ? 0 : places(slot, left, false);
        left &= ~foreign;
        long affixes = 0;
        for (Scan.Around around : scan.around) {
            long mask = Letters.range(around.start(), around.end());
            if ((mask & left) == mask && stands(around, left)) {
                affixes |= mask;
                left &= ~mask;
            }
        }
        long extra = onRecord | foreign | affixes;
        int unexplained = Long.bitCount(left);
        double score = 2 * Long.bitCount(names)
                + 1.5 * Long.bitCount(extra & ~names)
                - 1.2 * unexplained
                - form.ordinal() * 0.15;
        Rest rest = rest(onRecord, foreign, affixes, unexplained);
        return new Reading(form, rest, names, extra, namesakes, clean(names, extra), score);
    }

    private static Rest rest(long onRecord, long foreign, long affixes, int unexplained) {
        if (unexplained > 0) {
            return switch (unexplained) {
                case 1 -> Rest.ONE;
                case 2 -> Rest.TWO;
                case 3, 4 -> Rest.FEW;
                case 5, 6, 7 -> Rest.SOME;
                default -> Rest.MANY;
            };
        }
        if (foreign != 0) {
            return Rest.ELSEWHERE;
        }
        return onRecord != 0 ? Rest.ON_RECORD : affixes != 0 ? Rest.AFFIX : Rest.NOTHING;
    }

    /** A short affix must fill its gap or stand between marks: "in" is no word inside "linda". */
    private boolean stands(Scan.Around around, long left) {
        boolean startsGap =
                around.start() == 0 || (left >>> (around.start() - 1) & 1) == 0 || letters.isEdge(around.start());
        boolean endsGap =
                around.end() == letters.length() || (left >>> around.end() & 1) == 0 || letters.isEdge(around.end());
        return around.end() - around.start() > 2 ? startsGap || endsGap : startsGap && endsGap;
    }

    private long places(int slot, long left, boolean theirs) {
        long found = 0;
        for (Scan.Place place : scan.places) {
            long mask = Letters.range(place.start(), place.end());
            if ((mask & left) == mask
                    && has(slot, place.term()) == theirs
                    && (theirs || place.end() - place.start() > 3)) {
                found |= mask;
            }
        }
        return found;
    }

    private boolean has(int slot, int term) {
        for (int part = 0; part < index.parts(slot); part++) {
            if (index.term(slot, part) == term && index.role(slot, part).isPlace()) {
                return true;
            }
        }
        return false;
    }

    /** A whole gap that is the beginning of a word on record: "lib" of "Liberal". */
    private long words(int slot, long left) {
        long found = 0;
        int start = 0;
        while (start < letters.length()) {
            if ((left >>> start & 1) == 0) {
                start++;
                continue;
            }
            int end = start;
            while (end < letters.length() && (left >>> end & 1) == 1) {
                end++;
            }
            if (end - start >= SHORTEST_STEM && isOnRecord(slot, letters.text().substring(start, end))) {
                found |= Letters.range(start, end);
            }
            start = end;
        }
        return found;
    }

    private boolean isOnRecord(int slot, String text) {
        for (int part = 0; part < index.parts(slot); part++) {
            Role role = index.role(slot, part);
            boolean isTelling = role == Role.ORGANISATION
                    && index.postings().count(index.term(slot, part)) <= Comparison.COLLEAGUES;
            if ((isTelling || role.isPlace())
                    && index.terms().text(index.term(slot, part)).startsWith(text)) {
                return true;
            }
        }
        return false;
    }

    private boolean clean(long names, long extra) {
        int start = Long.numberOfTrailingZeros(names);
        int end = 64 - Long.numberOfLeadingZeros(names);
        boolean starts = letters.isEdge(start) || start > 0 && (extra >>> (start - 1) & 1) == 1;
        boolean ends = letters.isEdge(end) || (extra >>> end & 1) == 1;
        return starts && ends;
    }
}
