package dev.rapport.people;

import org.jspecify.annotations.Nullable;

/**
 * Whether something may be done with somebody's data, and why.
 *
 * @param said what they said; null when they said nothing and the purpose's own rule decides
 */
public record Permission(
        boolean isGiven, Purpose purpose, @Nullable Consent said) {

    static Permission of(Purpose purpose, @Nullable Consent said) {
        return new Permission(said == null ? purpose.isAllowedUnasked() : said.isGranted(), purpose, said);
    }
}
