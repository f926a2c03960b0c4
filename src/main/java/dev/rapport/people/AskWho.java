package dev.rapport.people;

import org.jspecify.annotations.Nullable;

/**
 * A profile as it is shown somewhere, to be compared with everybody known.
 *
 * @param place where it was met, as lookups name it: {@code inbox 3}, {@code HASHTAG tea}; empty when that is not known
 */
public record AskWho(
        String network,
        String handle,
        @Nullable String name,
        @Nullable String bio,
        @Nullable String location,
        @Nullable String website,
        boolean verified,
        @Nullable String place) {}
