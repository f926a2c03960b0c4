package dev.rapport.people.matching;

/** Compares one profile with one contact, kind by kind. */
final class Comparison {

    private static final int SHARED_BY = 3;
    /** An organisation of more contacts than this tells nothing about any of them. */
    static final int COLLEAGUES = 20;

    private static final int STEM = 4;
    private static final double[] NAMESAKES = {-10, -7, -5, -3, -0.5, 0.1, 1.7, 3, 5};
    private static final int[] LENGTHS = {3, 4, 5, 6, 7, 8, 10, 13};

    private final ProfileScan profile;
    private final ContactIndex index;

    Comparison(ProfileScan profile, ContactIndex index) {
        this.profile = profile;
        this.index = index;
    }

    Suspect with(int slot) {
        var gamma = new Gamma();
        Reading handle = profile.handle().read(slot);
        Reading display = Reading.NONE;
        NameReader shown = profile.display();
        if (shown == null) {
            name(gamma, Kind.HANDLE, Kind.HANDLE_REST, handle);
            about(gamma, handle, profile.handle().scan().letters.marked());
        } else {
            display = shown.read(slot);
            name(gamma, Kind.DISPLAY_NAME, Kind.DISPLAY_REST, display);
            gamma.set(Kind.HANDLE_TOO, handle.form().ordinal());
            boolean byDisplay = display.form().ordinal() <= handle.form().ordinal();
            about(
                    gamma,
                    byDisplay ? display : handle,
                    (byDisplay ? shown : profile.handle()).scan().letters.marked());
        }
        places(gamma, slot);
        roles(gamma, slot);
        website(gamma, slot);
        points(gamma, slot);
        return new Suspect(slot, index.person(slot).value(), gamma, handle, display);
    }

    private static void name(Gamma gamma, Kind form, Kind rest, Reading reading) {
        gamma.set(form, reading.form().ordinal());
        if (reading.form() != Form.NOTHING) {
            gamma.set(rest, reading.rest().ordinal() + (reading.form().isPair() ? 0 : Rest.values().length));
        }
    }

    private static void about(Gamma gamma, Reading reading, boolean marked) {
        if (reading.form() == Form.NOTHING) {
            return;
        }
        gamma.set(Kind.NAMESAKES, level(Math.log(reading.namesakes()) / Math.log(2)));
        int length = 0;
        while (length < LENGTHS.length && LENGTHS[length] < reading.letters()) {
            length++;
        }
        gamma.set(Kind.LENGTH, length);
        gamma.set(Kind.EDGES, reading.clean() ? 0 : marked ? 2 : 1);
    }

    private static int level(double bits) {
        int level = 0;
        while (level < NAMESAKES.length && bits > NAMESAKES[level]) {
            level++;
        }
        return level;
    }

    private void places(Gamma gamma, int slot) {
        if (profile.places().isEmpty()) {
            return;
        }
        int best = 3;
        boolean known = false;
        for (int part = 0; part < index.parts(slot); part++) {
            Role role = index.role(slot, part);
            if (role.isPlace()) {
                known |= role != Role.COUNTRY;
                if (profile.places().contains(index.term(slot, part))) {
                    best = Math.min(best, role.ordinal() - Role.CITY.ordinal());
                }
            }
        }
        if (known) {
            gamma.set(Kind.PLACE, best);
        }
    }

    private void roles(Gamma gamma, int slot) {
        boolean title = false;
        boolean hasTitle = false;
        for (int part = 0; part < index.parts(slot); part++) {
            Role role = index.role(slot, part);
            if (role == Role.TITLE || role == Role.ORGANISATION) {
                boolean same = isTold(index.terms().text(index.term(slot, part)));
                hasTitle |= role == Role.TITLE;
                title |= role == Role.TITLE && same;
                if (role == Role.ORGANISATION && same && index.postings().count(index.term(slot, part)) <= COLLEAGUES) {
                    gamma.set(Kind.ORGANISATION, 0);
                }
            }
        }
        if (title) {
            gamma.set(Kind.ROLE, 0);
        } else if (hasTitle
                && profile.words().stream().anyMatch(word -> word.length() > 2 && Affixes.of(word) == Affixes.ROLE)) {
            gamma.set(Kind.ROLE, 1);
        }
    }

    private boolean isTold(String word) {
        String stem = word.substring(0, Math.min(word.length(), STEM));
        return stem.length() > 2 && profile.words().stream().anyMatch(told -> told.startsWith(stem));
    }

    private void website(Gamma gamma, int slot) {
        NameReader site = profile.site();
        if (site == null) {
            return;
        }
        boolean same = profile.host() != Terms.NONE && has(slot, Role.HOST, profile.host());
        if (same) {
            gamma.set(Kind.WEBSITE, index.postings().count(profile.host()) <= SHARED_BY ? 0 : 1);
        } else {
            Form form = site.read(slot).form();
            gamma.set(Kind.WEBSITE, form.isPair() ? 2 : form == Form.FAMILY ? 3 : 4);
        }
    }

    private void points(Gamma gamma, int slot) {
        if (profile.showsAddress() && hasAny(slot, Role.SAID)) {
            gamma.set(Kind.EMAIL, 1);
        }
        for (int term : profile.said()) {
            if (has(slot, Role.SAID, term)) {
                String said = index.terms().text(term);
                if (said.indexOf('@') < 0) {
                    gamma.set(Kind.SAID, 0);
                } else if (gamma.level(Kind.EMAIL) != 0) {
                    gamma.set(Kind.EMAIL, SharedMailboxes.is(said) ? 2 : 0);
                }
            }
        }
        knownHandle(gamma, slot);
    }

    private void knownHandle(Gamma gamma, int slot) {
        String here = Folding.fold(profile.facts().platform());
        String key = ContactParts.handleKey(profile.facts().handle());
        for (int part = 0; part < index.parts(slot); part++) {
            if (index.role(slot, part) == Role.HANDLE) {
                String known = index.terms().text(index.term(slot, part));
                if (known.equals(here + key)) {
                    gamma.set(Kind.KNOWN_HANDLE, 0);
                    return;
                }
                if (known.equals(key)) {
                    gamma.set(Kind.KNOWN_HANDLE, 1);
                } else if (known.startsWith(here + "@") && gamma.level(Kind.KNOWN_HANDLE) == Gamma.UNKNOWN) {
                    gamma.set(Kind.KNOWN_HANDLE, 2);
                }
            }
        }
    }

    private boolean has(int slot, Role role, int term) {
        for (int part = 0; part < index.parts(slot); part++) {
            if (index.term(slot, part) == term && index.role(slot, part) == role) {
                return true;
            }
        }
        return false;
    }

    private boolean hasAny(int slot, Role role) {
        for (int part = 0; part < index.parts(slot); part++) {
            if (index.role(slot, part) == role) {
                return true;
            }
        }
        return false;
    }
}
