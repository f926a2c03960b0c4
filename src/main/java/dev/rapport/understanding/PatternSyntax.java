package dev.rapport.understanding;

import java.util.ArrayList;
import java.util.List;

/** What keeps a pattern of words from being used. */
final class PatternSyntax {

    static final int LONGEST = 200;

    /** Alternatives multiply: more ways than these are no pattern but a flood, and each costs memory in every reader. */
    private static final int MOST_WAYS = 2_000;

    private PatternSyntax() {}

    /** As keys: {@code long}, {@code gap} for one that begins or ends anywhere, {@code wide}. */
    static List<String> problems(String pattern) {
        var problems = new ArrayList<String>();
        String words = pattern.strip();
        if (words.length() > LONGEST) {
            problems.add("long");
        }
        if (words.startsWith("~") || words.endsWith("~") || words.matches("[\\^#\\s]*[\\^#]")) {
            problems.add("gap");
        }
        if (ways(words) > MOST_WAYS) {
            problems.add("wide");
        }
        return List.copyOf(problems);
    }

    private static long ways(String words) {
        long ways = 1;
        for (String part : words.split("\\s+")) {
            long here = part.chars().filter(letter -> letter == '/').count() + 1;
            ways = Math.min(Integer.MAX_VALUE, ways * (part.endsWith("?") ? here + 1 : here));
        }
        return ways;
    }
}
