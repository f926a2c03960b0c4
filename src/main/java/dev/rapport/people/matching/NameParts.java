package dev.rapport.people.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A person's names cut into parts: "Maria Chiara D'Uva-de la Cruz" has the given name mariachiara and maria, the middle name
 * chiara, the family names duvadelacruz, duva, uva and cruz. Particles alone are no names, titles and "junior" are dropped.
 */
final class NameParts {

    private static final Pattern SPACE = Pattern.compile("[\\s,\"“”()]+");
    private static final Pattern HYPHEN = Pattern.compile("[-‐‑–'’`/]+");
    private static final Set<String> PARTICLES = Set.of(
            "van", "de", "der", "den", "di", "da", "del", "della", "dalla", "degli", "dei", "dos", "das", "do", "du",
            "des", "la", "le", "las", "los", "el", "al", "von", "zu", "zur", "af", "av", "of", "ter", "ten", "y", "e",
            "i", "ben", "bin", "ibn", "abu", "mc", "mac", "st", "san", "santa", "d", "l", "o");
    private static final Set<String> NOT_NAMES = Set.of(
            "jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "msc", "bsc", "dr", "mr", "mrs", "ms", "mag", "ing",
            "prof", "dipl", "dkfm", "ddr", "hon", "sir", "dame", "rev", "esq", "bakk", "drs");

    private final Set<Part> parts = new LinkedHashSet<>();

    private NameParts() {}

    static Collection<Part> of(Contact contact) {
        var names = new NameParts();
        String given = contact.givenName();
        String family = contact.familyName();
        if (given.isBlank() && family.isBlank()) {
            names.whole(contact.fullName());
        } else {
            names.family(family);
            names.given(given);
            names.variant(contact.fullName());
        }
        contact.otherNames().forEach(names::variant);
        return names.parts;
    }

    /** A name of which nothing is known but the order: family first before a comma, else last. */
    private void whole(String name) {
        int comma = name.indexOf(',');
        List<String> words = words(name);
        if (comma > 0 && words(name.substring(0, comma)).size() < words.size()) {
            family(name.substring(0, comma));
            given(name.substring(comma + 1));
        } else if (!words.isEmpty()) {
            int last = words.size() - 1;
            while (last > 1 && PARTICLES.contains(Folding.fold(words.get(last - 1)))) {
                last--;
            }
            family(String.join(" ", words.subList(last, words.size())));
            given(String.join(" ", words.subList(0, last)));
        }
    }

    /** Another name: what it adds beside the family names known already is a given name and middle names. */
    private void variant(String name) {
        List<String> left = new ArrayList<>(words(name));
        boolean knownFamily = left.removeIf(word ->
                pieces(word).stream().allMatch(piece -> has(Role.FAMILY, piece) || isParticle(piece)));
        if (knownFamily) {
            given(String.join(" ", left));
        } else {
            whole(name);
        }
    }

    private void family(String name) {
        List<String> words = words(name);
        both(Role.FAMILY, String.join("", words));
        for (String word : words) {
            if (!isParticle(Folding.fold(word))) {
                both(Role.FAMILY, word);
            }
            pieces(word).stream()
                    .filter(piece -> piece.length() > 1 && !isParticle(piece))
                    .forEach(piece -> put(Role.FAMILY, piece));
        }
    }

    private void given(String name) {
        List<String> words = words(name);
        words.stream().map(Folding::fold).filter(word -> word.length() == 1).forEach(i -> put(Role.INITIAL, i));
        words.removeIf(word -> Folding.fold(word).length() == 1);
        if (words.isEmpty()) {
            return;
        }
        both(Role.GIVEN, words.getFirst());
        both(Role.GIVEN, String.join("", words));
        List<String> pieces = new ArrayList<>();
        words.forEach(word -> pieces.addAll(pieces(word)));
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).length() > 1 && !isParticle(pieces.get(i))) {
                put(i == 0 ? Role.GIVEN : Role.MIDDLE, pieces.get(i));
            }
        }
    }

    private void both(Role role, String word) {
        put(role, Folding.fold(word));
        String spelledOut = Folding.spelledOut(word);
        if (!spelledOut.equals(word)) {
            put(role, Folding.fold(spelledOut));
        }
    }

    private void put(Role role, String text) {
        boolean isKnown = role == Role.MIDDLE && (has(Role.GIVEN, text) || has(Role.FAMILY, text));
        if (!text.isEmpty() && text.length() <= 40 && !isKnown) {
            parts.add(new Part(role, text));
        }
    }

    private boolean has(Role role, String text) {
        return parts.contains(new Part(role, text));
    }

    private static boolean isParticle(String folded) {
        return PARTICLES.contains(folded);
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : SPACE.split(name)) {
            String folded = Folding.fold(word);
            if (!folded.isEmpty() && !NOT_NAMES.contains(word.replace(".", "").toLowerCase(Locale.ROOT))) {
                words.add(word);
            }
        }
        return words;
    }

    private static List<String> pieces(String word) {
        if (word.chars().allMatch(Character::isLetter)) {
            return List.of(Folding.fold(word));
        }
        return HYPHEN.splitAsStream(word)
                .map(Folding::fold)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }
}
