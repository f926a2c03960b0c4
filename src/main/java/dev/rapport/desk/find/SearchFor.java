package dev.rapport.desk.find;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is searched for; everything may be left out. */
public record SearchFor(
        @Nullable String words,
        @Nullable Long inbox,
        @Nullable String intent,
        @Nullable String reason,
        @Nullable String polarity,
        @Nullable String target,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int MOST_WORDS = 20;

    /** The words looked for, as they were typed. */
    List<String> terms() {
        return words == null ? List.of() : terms(words);
    }

    public static List<String> terms(String words) {
        return WORD.matcher(words)
                .results()
                .map(MatchResult::group)
                .limit(MOST_WORDS)
                .toList();
    }

    String query() {
        return words == null ? "" : query(words);
    }

    /** As PostgreSQL asks its index: every word, the last one as a beginning. */
    public static String query(String words) {
        List<String> terms = terms(words);
        return terms.isEmpty() ? "" : String.join(" & ", terms) + ":*";
    }

    boolean isBlank() {
        return terms().isEmpty()
                && inbox == null
                && intent == null
                && reason == null
                && polarity == null
                && target == null
                && from == null
                && to == null;
    }
}
