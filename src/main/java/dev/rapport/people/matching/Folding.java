package dev.rapport.people.matching;

import java.text.Normalizer;
import java.util.Locale;

/** Letters as they end up in handles: lower case, without marks, Cyrillic and Greek in Latin letters. */
final class Folding {

    private static final String[] SPECIAL = {
        "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ł", "l", "ı", "i", "ħ", "h", "ŋ",
        "n", "а", "a", "б", "b", "в", "v", "г", "g", "ґ", "g", "д", "d", "е", "e", "є", "ye", "ж", "zh", "з", "z", "и",
        "i", "і", "i", "к", "k", "л", "l", "м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у",
        "u", "ф", "f", "х", "kh", "ц", "ts", "ч", "ch", "ш", "sh", "щ", "shch", "ъ", "", "ы", "y", "ь", "", "э", "e",
        "ю", "yu", "я", "ya", "ђ", "dj", "ј", "j", "љ", "lj", "њ", "nj", "ћ", "c", "џ", "dz", "α", "a", "β", "v", "γ",
        "g", "δ", "d", "ε", "e", "ζ", "z", "η", "i", "θ", "th", "ι", "i", "κ", "k", "λ", "l", "μ", "m", "ν", "n", "ξ",
        "x", "ο", "o", "π", "p", "ρ", "r", "σ", "s", "ς", "s", "τ", "t", "υ", "y", "φ", "f", "χ", "ch", "ψ", "ps", "ω",
        "o"
    };
    private static final String[] LATIN = new String[0x500];

    static {
        for (int i = 0; i < SPECIAL.length; i += 2) {
            LATIN[SPECIAL[i].charAt(0)] = SPECIAL[i + 1];
        }
    }

    private Folding() {}

    /** The letters and digits of a text, folded; everything else is left out. */
    static String fold(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (Character.isLetterOrDigit(point)) {
                fold(point, folded);
            }
            i += Character.charCount(point);
        }
        return folded.toString();
    }

    static void fold(int codePoint, StringBuilder to) {
        if (codePoint < 0x80) {
            to.append((char) (codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 32 : codePoint));
            return;
        }
        String lower = Character.toString(codePoint).toLowerCase(Locale.ROOT);
        Normalizer.normalize(lower, Normalizer.Form.NFKD)
                .chars()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> to.append(latin((char) c)));
    }

    private static String latin(char c) {
        String known = c < LATIN.length ? LATIN[c] : null;
        return known == null ? String.valueOf(c) : known;
    }

    /** The text as those write it who have no umlauts on their keyboard: "Müller" as "Mueller". */
    static String spelledOut(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return plain.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ø", "oe")
                .replace("å", "aa");
    }
}
