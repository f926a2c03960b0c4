package dev.rapport.people;

import dev.rapport.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One of those a search found.
 *
 * @param place where they live or work, to tell people of one name apart
 * @param met the address, handle or number they were found by; empty when by name
 */
public record PersonFound(
        PersonId id,
        String name,
        @Nullable String organisation,
        @Nullable String place,
        @Nullable String met) {}
