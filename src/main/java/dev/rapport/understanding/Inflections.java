package dev.rapport.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The forms of a word, as the lexicons' marks ask for them: {@code fail/v}, {@code gem/n}, {@code rude/a}. */
final class Inflections {

    private Inflections() {}

    static List<String> of(String entry, String language) {
        int slash = entry.lastIndexOf('/');
        boolean marked = slash == entry.length() - 2 && slash > 0 && Character.isLetter(entry.charAt(slash + 1));
        if (!marked) {
            return List.of(entry);
        }
        String word = entry.substring(0, slash);
        char mark = entry.charAt(slash + 1);
        return switch (language) {
            case "fr" -> french(word, mark);
            case "es" -> spanish(word, mark);
            case "de" -> german(word, mark);
            default -> english(word, mark);
        };
    }

    private static List<String> english(String word, char mark) {
        return switch (mark) {
            case 'v' -> englishVerb(word);
            case 'n' -> List.of(word, word.endsWith("s") || word.endsWith("ch") ? word + "es" : word + "s");
            default -> englishAdjective(word);
        };
    }

    private static List<String> englishVerb(String word) {
        boolean doubled = word.equals("drop") || word.equals("jam") || word.equals("lag");
        String stem = word.endsWith("e") ? word.substring(0, word.length() - 1) : word;
        stem = doubled ? word + word.charAt(word.length() - 1) : stem;
        boolean consonantY = word.endsWith("y") && "aeo".indexOf(word.charAt(word.length() - 2)) < 0;
        if (consonantY) {
            String bare = word.substring(0, word.length() - 1);
            return List.of(word, bare + "ies", bare + "ied", word + "ing");
        }
        boolean hissing = word.endsWith("s") || word.endsWith("sh") || word.endsWith("ch") || word.endsWith("x");
        return List.of(word, word + (hissing ? "es" : "s"), stem + "ed", stem + "ing");
    }

    private static List<String> englishAdjective(String word) {
        String stem = word.endsWith("e") ? word.substring(0, word.length() - 1) : word;
        if (word.endsWith("y")) {
            String bare = word.substring(0, word.length() - 1);
            return List.of(word, bare + "ier", bare + "iest", bare + "ily");
        }
        String adverb = word.endsWith("le") ? stem + "y" : word + "ly";
        return List.of(word, stem + "er", stem + "est", adverb);
    }

    private static List<String> french(String word, char mark) {
        var forms = new ArrayList<String>();
        forms.add(word);
        String[] endings = mark == 'v'
                ? new String[] {"e", "es", "ent", "é", "ée", "és", "ées", "er", "ons", "ez", "ait", "ant"}
                : new String[] {"e", "s", "es"};
        String stem = mark == 'v' && (word.endsWith("e") || word.endsWith("er"))
                ? word.substring(0, word.length() - (word.endsWith("er") ? 2 : 1))
                : word;
        for (String ending : endings) {
            boolean silent = mark == 'a' && word.endsWith("e") && ending.startsWith("e");
            forms.add(stem + (silent ? ending.substring(1) : ending));
        }
        return forms;
    }

    private static List<String> spanish(String word, char mark) {
        char last = word.charAt(word.length() - 1);
        if (mark == 'v') {
            String stem = last == 'a' ? word.substring(0, word.length() - 1) : word;
            return with(stem, "a", "as", "an", "o", "amos", "ar", "ado", "ados", "ada", "adas", "aron", "ando", "aba");
        }
        if (last == 'o') {
            return with(word.substring(0, word.length() - 1), "o", "a", "os", "as");
        }
        return last == 'e' || last == 'a' ? with(word, "", "s") : with(word, "", "es", "a", "as");
    }

    private static List<String> german(String word, char mark) {
        if (mark == 'n') {
            return with(word, "", "n", "en", "e", "s");
        }
        if (mark == 'v') {
            String stem = word.endsWith("en") ? word.substring(0, word.length() - 2) : word;
            return with(stem, "e", "en", "t", "te", "ten", "st");
        }
        return word.endsWith("e") ? with(word, "", "r", "n", "s", "m") : with(word, "", "e", "er", "en", "es", "em");
    }

    private static List<String> with(String stem, String... endings) {
        return Arrays.stream(endings).map(ending -> stem + ending).toList();
    }
}
