package dev.rapport.people.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a text as the name of one contact after another: a family name, a given name before or behind it (whole, short, cut or
 * as initials), and what is left. Of all readings the one that leaves the fewest letters unexplained is taken.
 */
final class NameReader {

    private static final double RARE = 4;

    private final ContactIndex index;
    private final Letters letters;
    private final Scan scan;
    private final Surroundings surroundings;
    private final List<Span> given = new ArrayList<>();
    private final List<Span> middle = new ArrayList<>();
    private final List<Span> family = new ArrayList<>();

    /** Many lists mix up the columns: what stands as the family name may be a given name. */
    private final List<Span> shortFamily = new ArrayList<>();

    private final List<String> givenTexts = new ArrayList<>();
    private final List<String> familyTexts = new ArrayList<>();
    private final List<String> initials = new ArrayList<>();
    private int slot;
    private Reading best = Reading.NONE;

    NameReader(Scan scan, ContactIndex index) {
        this.scan = scan;
        this.index = index;
        this.letters = scan.letters;
        this.surroundings = new Surroundings(scan, index);
    }

    Scan scan() {
        return scan;
    }

    Reading read(int contact) {
        slot = contact;
        best = Reading.NONE;
        if (letters.length() == 0) {
            return best;
        }
        boolean isAddress = collect();
        for (Span f : family) {
            withFamily(f);
        }
        for (Span m : middle) {
            withMiddle(m);
        }
        for (Span f : shortFamily) {
            for (Span g : given) {
                both(Form.NICKNAME_FAMILY, f, g);
            }
        }
        for (Span g : given) {
            single(g.shortForm() ? Form.NICKNAME : Form.GIVEN, g);
            cutFamily(g);
        }
        if (best.form() == Form.NOTHING) {
            onlyCuts();
        }
        if (isAddress && !best.form().isPair()) {
            long all = Letters.range(0, letters.length());
            return new Reading(Form.LOCAL_PART, Rest.NOTHING, all, 0, 1, true, best.score());
        }
        return best;
    }

    private boolean collect() {
        List.of(given, middle, family, shortFamily).forEach(List::clear);
        List.of(givenTexts, familyTexts, initials).forEach(List::clear);
        boolean isAddress = false;
        for (int part = 0; part < index.parts(slot); part++) {
            Role role = index.role(slot, part);
            int term = index.term(slot, part);
            switch (role) {
                case GIVEN -> {
                    spans(term, given, true);
                    givenTexts.add(index.terms().text(term));
                }
                case MIDDLE -> {
                    spans(term, middle, true);
                    initials.add(index.terms().text(term).substring(0, 1));
                    givenTexts.add(index.terms().text(term));
                }
                case FAMILY -> {
                    spans(term, family, false);
                    spans(term, shortFamily, true);
                    familyTexts.add(index.terms().text(term));
                }
                case INITIAL -> initials.add(index.terms().text(term));
                case LOCAL -> isAddress |= isWhole(term);
                default -> {}
            }
        }
        return isAddress;
    }

    private void spans(int term, List<Span> to, boolean shortToo) {
        for (Span span : scan.names) {
            if (span.term() == term && (shortToo || !span.shortForm())) {
                to.add(span);
            }
        }
    }

    private boolean isWhole(int term) {
        return scan.names.stream()
                .anyMatch(s -> s.term() == term && !s.shortForm() && s.start() == 0 && s.end() == letters.length());
    }

    private void withFamily(Span f) {
        for (Span g : given) {
            both(g.shortForm() ? Form.NICKNAME_FAMILY : Form.GIVEN_FAMILY, g, f);
        }
        for (Span m : middle) {
            both(Form.MIDDLE_FAMILY, m, f);
        }
        single(Form.FAMILY, f);
        for (String name : givenTexts) {
            cutGiven(f, name, before(f.start(), name));
            cutGiven(f, name, behind(f.end(), name));
        }
        for (String initial : initials) {
            initials(f, initial);
        }
    }

    /** Of "Ana Luz Vega Rey" nobody can tell whether Vega is a given name; it is often the family name in use. */
    private void withMiddle(Span m) {
        for (Span g : given) {
            both(Form.GIVEN_MIDDLE, g, m);
        }
        single(Form.MIDDLE, m);
        if (!m.shortForm()) {
            for (String name : givenTexts) {
                cutGiven(m, name, before(m.start(), name));
                cutGiven(m, name, behind(m.end(), name));
            }
            for (String initial : initials) {
                initials(m, initial);
            }
        }
    }

    private void both(Form form, Span first, Span second) {
        if ((first.mask() & second.mask()) == 0) {
            double share = count(first) * (first.shortForm() ? 1.5 : 1) / index.size();
            take(form, first.mask() | second.mask(), count(second) * share);
        }
    }

    private void single(Form form, Span span) {
        take(form, span.mask(), count(span));
    }

    private void cutGiven(Span f, String name, long cut) {
        int length = Long.bitCount(cut);
        if (length > 0 && length < name.length()) {
            Form form = length > 2 ? Form.CUT_FAMILY : length == 2 ? Form.SHORT_CUT_FAMILY : Form.INITIAL_FAMILY;
            take(middle.contains(f) ? Form.SHORT_MIDDLE : form, f.mask() | cut, count(f) * share(length));
        }
    }

    /** "jc" or "cj" before or behind the family name. */
    private void initials(Span f, String second) {
        for (String name : givenTexts) {
            String both = name.charAt(0) + second;
            long cut = before(f.start(), both);
            long used = Long.bitCount(cut) == 2 ? cut : behind(f.end(), both);
            if (Long.bitCount(used) == 2) {
                take(
                        middle.contains(f) ? Form.SHORT_MIDDLE : Form.INITIALS_FAMILY,
                        f.mask() | used,
                        count(f) * share(2));
            }
        }
        if (Long.bitCount(before(f.start(), second)) == 1) {
            take(
                    middle.contains(f) ? Form.SHORT_MIDDLE : Form.INITIAL_FAMILY,
                    f.mask() | before(f.start(), second),
                    count(f) * share(1));
        }
    }

    private void cutFamily(Span g) {
        for (String name : familyTexts) {
            for (long cut : new long[] {behind(g.end(), name), before(g.start(), name)}) {
                int length = Long.bitCount(cut);
                if (length > 0 && length < name.length()) {
                    boolean isLong = length > 2;
                    Form form = g.shortForm()
                            ? isLong ? Form.NICKNAME_CUT : Form.NICKNAME_INITIAL
                            : isLong ? Form.GIVEN_CUT : Form.GIVEN_INITIAL;
                    take(form, g.mask() | cut, count(g) * share(length));
                }
            }
        }
    }

    private void onlyCuts() {
        for (String g : givenTexts) {
            for (String f : familyTexts) {
                long first = behind(0, g);
                int length = Long.bitCount(first);
                long second = length == 0 ? 0 : behind(length, f);
                if (second != 0) {
                    boolean isLong = length > 2 || Long.bitCount(second) > 2;
                    double namesakes = index.size() * share(length) * share(Long.bitCount(second));
                    take(isLong ? Form.CUTS : Form.INITIALS, first | second, namesakes);
                }
            }
        }
    }

    /** How many of all people have a name that begins with so many given letters; a rough figure is enough. */
    private double share(int letters) {
        return letters == 1 ? 1 / 14.0 : Math.pow(1 / RARE, letters) / 1.5;
    }

    private int count(Span span) {
        return index.postings().count(span.term());
    }

    /** The longest beginning of a name that ends before a position. */
    private long before(int end, String name) {
        for (int length = Math.min(end, name.length()); length > 0; length--) {
            if (letters.text().regionMatches(end - length, name, 0, length)) {
                return Letters.range(end - length, end);
            }
        }
        return 0;
    }

    /** The longest beginning of a name that starts at a position. */
    private long behind(int start, String name) {
        int most = Math.min(letters.length() - start, name.length());
        int length = 0;
        while (length < most && letters.text().charAt(start + length) == name.charAt(length)) {
            length++;
        }
        return Letters.range(start, start + length);
    }

    private void take(Form form, long names, double namesakes) {
        long all = middleNames(names);
        Reading reading = surroundings.complete(slot, form, all, namesakes);
        if (reading.score() > best.score() || best.form() == Form.NOTHING) {
            best = reading;
        }
    }

    /** Middle names and their initials between the parts are names too. */
    private long middleNames(long names) {
        long all = names;
        for (List<Span> spans : List.of(family, given, middle)) {
            for (Span span : spans) {
                all |= (span.mask() & all) == 0 && span.length() > 2 ? span.mask() : 0;
            }
        }
        for (int i = 1; i + 1 < letters.length(); i++) {
            boolean isGap = (all >>> (i - 1) & 0b111) == 0b101;
            if (isGap && initials.contains(letters.text().substring(i, i + 1))) {
                all |= 1L << i;
            }
        }
        return all;
    }
}
