package dev.rapport.understanding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Letters that only one or few of the languages with Latin script write. */
final class OwnLetters {

    private static final Map<String, String> LETTERS = Map.of(
            "fr", "éèêëàâîïôûùçœ",
            "es", "ñáéíóúü",
            "de", "äöüß",
            "it", "àèéìòù",
            "pt", "ãõçáéíóúâêô",
            "tr", "ğşıöüç",
            "pl", "łżźąęśćńó",
            "sv", "åäö");

    private final Map<Character, Integer> languages = new HashMap<>();

    /** @param known the languages whose number is their bit */
    OwnLetters(List<String> known) {
        LETTERS.forEach((language, letters) -> {
            int bit = known.contains(language) ? 1 << known.indexOf(language) : 0;
            for (char letter : letters.toCharArray()) {
                languages.merge(letter, bit, (a, b) -> a | b);
            }
        });
    }

    /** The languages, as bits, that write every such letter of a word; none when it has none. */
    int languagesOf(String text, int from, int to) {
        int common = -1;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c > 127) {
                common &= languages.getOrDefault(Character.toLowerCase(c), 0);
            }
        }
        return common == -1 ? 0 : common;
    }
}
