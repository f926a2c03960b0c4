package dev.rapport.people.web;

import org.jspecify.annotations.Nullable;

/**
 * A person in a list.
 *
 * @param met an address or number they are known by
 * @param profiles how many profiles they speak with
 */
public record PersonRow(
        long id,
        String name,
        @Nullable String organisation,
        @Nullable String place,
        @Nullable String met,
        int profiles) {}
