package dev.rapport.people.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A contact as the index keeps it: every text that may be compared, folded, with its role. */
final class ContactParts {

    static final int SHORTEST_LOCAL = 4;
    private static final int SHORTEST_NUMBER = 5;
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern PLACES = Pattern.compile("[^\\p{L}\\p{M}\\s'’.-]+|\\s-\\s|[—–]");

    private final Set<Part> parts = new LinkedHashSet<>();

    private ContactParts() {}

    static Set<Part> of(Contact contact) {
        var all = new ContactParts();
        all.parts.addAll(NameParts.of(contact));
        contact.emails().forEach(all::email);
        contact.websites().forEach(site -> all.put(Role.HOST, host(site)));
        contact.knownHandles().forEach(all::handle);
        contact.numbers().forEach(number -> all.number(Folding.fold(number)));
        all.places(Role.CITY, contact.city());
        all.places(Role.REGION, contact.region());
        all.places(Role.COUNTRY, contact.country());
        all.words(Role.TITLE, contact.title());
        all.words(Role.ORGANISATION, contact.organisation());
        return all.parts;
    }

    /** The e-mail addresses in a text, in lower case. */
    static List<String> addresses(String text) {
        return text.indexOf('@') < 0
                ? List.of()
                : ADDRESS.matcher(text.replace("mailto:", " "))
                        .results()
                        .map(MatchResult::group)
                        .map(address -> address.toLowerCase(Locale.ROOT))
                        .toList();
    }

    /** The host of a web address without www, or an empty text. */
    static String host(String address) {
        String web = address.strip().toLowerCase(Locale.ROOT);
        int scheme = web.indexOf("://");
        String rest = scheme < 0 ? web : web.substring(scheme + 3);
        String host = rest.split("[/?#: ]", 2)[0];
        return host.indexOf('.') > 0 ? host.startsWith("www.") ? host.substring(4) : host : "";
    }

    /** What handles are known by: their letters, or everything when there are too few. */
    static String handleKey(String handle) {
        String letters = Letters.of(handle).text();
        return "@" + (letters.length() < SHORTEST_LOCAL ? Folding.fold(handle) : letters);
    }

    private void email(String text) {
        for (String address : addresses(text)) {
            put(Role.SAID, address);
            String local =
                    Letters.of(address.substring(0, address.indexOf('@'))).text();
            if (local.length() >= SHORTEST_LOCAL && !SharedMailboxes.is(address) && !isMadeOfNames(local)) {
                put(Role.LOCAL, local);
            }
        }
    }

    /** What the names say already needs no second place in the index. */
    private boolean isMadeOfNames(String local) {
        return parts.stream()
                .filter(part -> part.role() == Role.FAMILY)
                .map(Part::text)
                .anyMatch(family -> {
                    String rest = local.startsWith(family)
                            ? local.substring(family.length())
                            : local.endsWith(family) ? local.substring(0, local.length() - family.length()) : "?";
                    return rest.isEmpty() || parts.contains(new Part(Role.GIVEN, rest)) || isInitial(rest);
                });
    }

    private boolean isInitial(String rest) {
        return rest.length() == 1
                && parts.stream()
                        .anyMatch(
                                part -> part.role() == Role.GIVEN && part.text().startsWith(rest));
    }

    private void handle(String known) {
        int colon = known.indexOf(':');
        String key = handleKey(known.substring(colon + 1));
        if (key.length() > 1) {
            put(Role.HANDLE, key);
            put(Role.HANDLE, Folding.fold(known.substring(0, Math.max(0, colon))) + key);
        }
    }

    private void number(String folded) {
        if (folded.length() >= SHORTEST_NUMBER) {
            put(Role.SAID, folded);
        }
    }

    private void places(Role role, String text) {
        for (String place : text.isEmpty() ? new String[0] : PLACES.split(text)) {
            String folded = Folding.fold(place);
            if (folded.length() > 2 || role == Role.COUNTRY) {
                put(role, role == Role.COUNTRY ? Places.country(folded) : Places.region(folded));
            }
        }
    }

    private void words(Role role, String text) {
        for (String word : words(text)) {
            String folded = Folding.fold(word);
            if (folded.length() > 2) {
                put(role, folded);
            }
        }
    }

    private void put(Role role, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part(role, text));
        }
    }

    /** Stretches of letters. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && isLetter(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) || Character.isSurrogate(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
