package dev.rapport.understanding;

import org.jspecify.annotations.Nullable;

/** What the letters alone tell of a language. */
final class Scripts {

    private Scripts() {}

    /** The language of a script that only one or few languages use; empty for Latin letters and for none at all. */
    static @Nullable String languageOf(Tokens tokens) {
        int latin = 0;
        int foreign = 0;
        int kana = 0;
        char sample = 0;
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.kind[i] != Tokens.WORD) {
                continue;
            }
            char c = tokens.text.charAt(tokens.from[i]);
            int length = tokens.to[i] - tokens.from[i];
            if (c < 0x250 || c >= 0x1E00 && c < 0x1F00) {
                latin += length;
            } else {
                foreign += length;
                kana += holdsKana(tokens, i) ? 1 : 0;
                sample = sample == 0 ? c : sample;
            }
        }
        return foreign * 2 <= latin || foreign == 0 ? null : kana > 0 ? "ja" : language(sample);
    }

    private static boolean holdsKana(Tokens tokens, int token) {
        for (int i = tokens.from[token]; i < tokens.to[token]; i++) {
            char c = tokens.text.charAt(i);
            if (c >= 0x3040 && c <= 0x30FF) {
                return true;
            }
        }
        return false;
    }

    private static String language(char c) {
        return switch (Character.UnicodeScript.of(c)) {
            case GREEK -> "el";
            case CYRILLIC -> "ru";
            case HEBREW -> "he";
            case ARABIC -> "ar";
            case DEVANAGARI -> "hi";
            case THAI -> "th";
            case HIRAGANA, KATAKANA -> "ja";
            case HANGUL -> "ko";
            case HAN -> "zh";
            default -> Languages.UNKNOWN;
        };
    }
}
