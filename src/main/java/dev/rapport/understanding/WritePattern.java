package dev.rapport.understanding;

import dev.rapport.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Adds a care pattern, or words one anew.
 *
 * @param key the failure it tells, such as {@code waiting}; an own word is fine
 * @param points what it adds to urgency by itself, 0 to 100
 * @param reason the key of the reason it speaks for; empty for that of its failure
 */
public record WritePattern(
        String language,
        String key,
        int points,
        String pattern,
        @Nullable String reason,
        UserId by) {

    private static final int LONGEST_KEY = 40;

    /**
     * What keeps the pattern from being used, as keys: {@code key}, {@code empty}, {@code points}, and of its words
     * {@code long}, {@code gap}, {@code wide}.
     */
    public List<String> problems() {
        var problems = new ArrayList<String>();
        String words = pattern.strip();
        if (key.isBlank() || key.strip().length() > LONGEST_KEY || !key.matches("\\P{Cntrl}*")) {
            problems.add("key");
        }
        if (words.isEmpty() || words.contains(";")) {
            problems.add("empty");
        }
        if (points < 0 || points > 100) {
            problems.add("points");
        }
        problems.addAll(PatternSyntax.problems(words));
        return List.copyOf(problems);
    }

    CarePattern asPattern() {
        String tag = language.toLowerCase(Locale.ROOT);
        return new CarePattern(tag, key.strip(), points, pattern.strip(), reason);
    }
}
