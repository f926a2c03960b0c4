package dev.rapport.people.web;

import dev.rapport.people.Nature;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A profile with its last words, one side of a question.
 *
 * @param nature what speaks by it when it is not one person
 * @param words the last that can be read in public, else in private
 */
public record VoiceCard(
        long id,
        String network,
        @Nullable String handle,
        @Nullable String name,
        @Nullable String bio,
        @Nullable String location,
        @Nullable String website,
        @Nullable Integer followers,
        boolean verified,
        int messages,
        Instant firstHeardAt,
        @Nullable String words,
        @Nullable Boolean isPublic,
        @Nullable Long conversation,
        @Nullable Nature nature) {

    /** What it is called. */
    public String title() {
        return name != null ? name : handle != null ? handle : "?";
    }

    public String icon() {
        return NetworkIcons.of(network);
    }
}
