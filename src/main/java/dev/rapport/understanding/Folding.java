package dev.rapport.understanding;

import java.text.Normalizer;
import java.util.Locale;

/** Letters as a reader takes them: without case and without diacritics, one character for one character. */
final class Folding {

    private static final int TABLE = 0x2000;
    private static final char[] FOLDED = new char[TABLE];

    static {
        for (char c = 0; c < TABLE; c++) {
            FOLDED[c] = fold(c);
        }
        FOLDED['\u00e6'] = FOLDED['\u00c6'] = 'a';
        FOLDED['\u0153'] = FOLDED['\u0152'] = 'o';
        FOLDED['\u00f8'] = FOLDED['\u00d8'] = 'o';
        FOLDED['\u00df'] = 's';
        FOLDED['\u0142'] = FOLDED['\u0141'] = 'l';
    }

    private Folding() {}

    static char of(char c) {
        return c < TABLE ? FOLDED[c] : c;
    }

    /** A whole word, folded. */
    static String of(String word) {
        char[] folded = word.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = of(folded[i]);
        }
        return new String(folded);
    }

    private static char fold(char c) {
        String bare = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        String lower = bare.substring(0, 1).toLowerCase(Locale.ROOT);
        return lower.charAt(0);
    }
}
