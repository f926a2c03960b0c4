package dev.rapport.commerce;

import dev.rapport.commerce.CatalogueRefused.Reason;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A name as it is written, and folded as names are compared: letter case, width and spacing do not count, accents do.
 */
record Name(String words, String folded) {

    static final int LONGEST = 80;

    private static final Pattern WIDE = Pattern.compile("[\\s\\p{Cc}]+");

    static Name of(String written) {
        String words = WIDE.matcher(Normalizer.normalize(written, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        if (words.isEmpty()) {
            throw new CatalogueRefused(Reason.NAME_EMPTY);
        }
        if (words.length() > LONGEST) {
            throw new CatalogueRefused(Reason.NAME_TOO_LONG, words.substring(0, 40) + "…", String.valueOf(LONGEST));
        }
        return new Name(words, fold(words));
    }

    /** Names without blanks and doubles, in the order given. */
    static List<Name> all(List<String> written) {
        Map<String, Name> byFolded = new LinkedHashMap<>();
        written.stream()
                .filter(words -> !words.isBlank())
                .map(Name::of)
                .forEach(n -> byFolded.putIfAbsent(n.folded, n));
        return List.copyOf(byFolded.values());
    }

    /** The same, without the official name. */
    static List<Name> others(List<String> written, Name official) {
        return all(written).stream()
                .filter(name -> !name.folded.equals(official.folded))
                .toList();
    }

    /** Handles without their leading {@code @}. */
    static List<Name> handles(List<String> written) {
        return all(written.stream().map(h -> h.strip().replaceFirst("^@+", "")).toList());
    }

    /** Words of any length folded like a name, for comparing them with names. */
    static String folded(String written) {
        return fold(WIDE.matcher(Normalizer.normalize(written, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip());
    }

    private static String fold(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
