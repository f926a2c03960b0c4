package dev.rapport.shared.web;

import java.util.Locale;
import java.util.regex.Pattern;

/** The one or two letters that stand for a name in a small face. */
public final class Initials {

    private static final Pattern SPACE = Pattern.compile("[\\s._-]+");

    private Initials() {}

    /** The first letters of the first and the last word; a question mark when there is no letter or digit. */
    public static String of(String name) {
        String[] words = SPACE.split(name.strip().replaceFirst("^@", ""));
        String letters = first(words[0]) + (words.length > 1 ? first(words[words.length - 1]) : "");
        return letters.isEmpty() ? "?" : letters.toUpperCase(Locale.ROOT);
    }

    private static String first(String word) {
        return word.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
