package dev.rapport.understanding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The ways a name of the catalogue is written, each as the words the tokeniser will see: "AT&T", "AT & T", "ATT". */
final class Names {

    private static final int SHORTEST_JOINED = 3;
    private static final int SHORTEST_APART = 5;
    private static final int SHORTEST_PLURAL = 4;

    private static final Tokeniser PLAIN = new Tokeniser(new Vocabulary.Builder().build());

    private Names() {}

    static Set<List<String>> variants(String name) {
        var variants = new LinkedHashSet<List<String>>();
        List<String> words = words(name);
        if (words.isEmpty()) {
            return variants;
        }
        variants.add(words);
        List<String> bare = words.stream().filter(Names::isWord).toList();
        String joined = String.join("", bare);
        if (joined.length() >= SHORTEST_APART && !bare.isEmpty()) {
            variants.add(bare);
        }
        if (joined.length() >= SHORTEST_JOINED && (bare.size() > 1 || words.size() > bare.size())) {
            variants.add(List.of(joined));
        }
        addNumberApart(bare, variants);
        addPlural(bare, variants);
        return variants;
    }

    /** The words of a name as they stand, folded. */
    static List<String> words(String name) {
        Tokens tokens = PLAIN.tokens(name);
        var words = new ArrayList<String>();
        for (int i = 0; i < tokens.count; i++) {
            String word = Folding.of(name.substring(tokens.from[i], tokens.to[i]));
            words.add(word.equals("&amp;") ? "&" : word.length() > 1 ? word.replaceAll("['\u2019]", "") : word);
        }
        return words;
    }

    private static boolean isWord(String word) {
        return Character.isLetterOrDigit(word.charAt(0));
    }

    private static void addNumberApart(List<String> bare, Set<List<String>> variants) {
        if (bare.size() == 1 && bare.getFirst().matches("\\p{L}{2,}\\d+")) {
            variants.add(List.of(bare.getFirst().split("(?<=\\p{L})(?=\\d)")));
        }
    }

    private static void addPlural(List<String> bare, Set<List<String>> variants) {
        if (bare.isEmpty()) {
            return;
        }
        String last = bare.getLast();
        if (last.length() >= SHORTEST_PLURAL
                && !last.endsWith("s")
                && Character.isLetter(last.charAt(last.length() - 1))) {
            var plural = new ArrayList<>(bare);
            plural.set(bare.size() - 1, last + "s");
            variants.add(plural);
        }
    }
}
