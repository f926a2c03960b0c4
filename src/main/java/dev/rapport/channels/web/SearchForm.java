package dev.rapport.channels.web;

import dev.rapport.channels.SaveSearch;
import dev.rapport.channels.spi.Search;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.web.FormProblems;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be listened for, as it is entered; words and languages with commas between them. */
public record SearchForm(
        @Nullable String kind,
        @Nullable String query,
        @Nullable String languages,
        @Nullable String excluded,
        @Nullable String share,
        @Nullable String budget) {

    private static final int LONGEST = 300;

    public String shown(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    boolean isEmpty() {
        return query == null;
    }

    FormProblems problems(Set<Search.Kind> possible) {
        return FormProblems.none()
                .when(possible.stream().noneMatch(one -> one.name().equals(kind)), "kind", "channels.problem.kind")
                .when(
                        shown(query, "").isEmpty() || shown(query, "").length() > LONGEST,
                        "query",
                        "channels.problem.query")
                .when(
                        list(languages).stream().anyMatch(one -> !one.matches("[a-z]{2,3}")),
                        "languages",
                        "channels.problem.languages")
                .when(number(share, 100) < 1 || number(share, 100) > 100, "share", "channels.problem.share")
                .when(number(budget, 500) < 1 || number(budget, 500) > 100_000, "budget", "channels.problem.budget");
    }

    SaveSearch command(InboxId inbox) {
        Search search = new Search(Search.Kind.valueOf(shown(kind, "WORDS")), shown(query, ""));
        List<String> without = Arrays.stream(shown(excluded, "").split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
        return new SaveSearch(inbox, search, list(languages), without, number(share, 100), number(budget, 500));
    }

    private static List<String> list(@Nullable String value) {
        return Arrays.stream(
                        (value == null ? "" : value).toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static int number(@Nullable String value, int otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        return value.strip().matches("\\d{1,6}") ? Integer.parseInt(value.strip()) : 0;
    }
}
