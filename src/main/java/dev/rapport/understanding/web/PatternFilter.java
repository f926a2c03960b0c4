package dev.rapport.understanding.web;

import dev.rapport.understanding.CareRule;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Which care patterns are looked at. */
public record PatternFilter(
        @Nullable String language,
        @Nullable String failure,
        @Nullable Show show,
        @Nullable String words,
        int page) {

    /** Where patterns come from and whether they count. */
    public enum Show {
        OWN,
        SHIPPED,
        OFF
    }

    boolean passes(CareRule rule) {
        return (isBlank(language) || rule.pattern().language().equals(language))
                && (isBlank(failure) || rule.pattern().key().equals(failure))
                && (show == null || shows(show, rule))
                && (words == null
                        || rule.pattern().pattern().contains(words.strip().toLowerCase(Locale.ROOT)));
    }

    public boolean isEmpty() {
        return isBlank(language) && isBlank(failure) && show == null && isBlank(words);
    }

    /** The address of another page of the same patterns. */
    public String address(int other) {
        return UriComponentsBuilder.fromPath("/understanding/rules")
                .queryParam("language", said(language))
                .queryParam("failure", said(failure))
                .queryParam("show", show == null ? "" : show)
                .queryParam("words", said(words))
                .queryParam("page", other)
                .encode()
                .build()
                .toUriString();
    }

    /** What stands in a field. */
    public String said(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static boolean shows(Show show, CareRule rule) {
        return switch (show) {
            case OWN -> rule.own();
            case SHIPPED -> !rule.own();
            case OFF -> rule.off();
        };
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
