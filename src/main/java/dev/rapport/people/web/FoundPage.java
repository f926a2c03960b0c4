package dev.rapport.people.web;

import dev.rapport.people.PersonFound;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who was found while typing.
 *
 * @param profile the profile that one of them is to be linked to; empty when they are only to be opened
 */
public record FoundPage(
        String query, List<PersonFound> found, @Nullable Long profile) {}
