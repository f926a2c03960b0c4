package dev.rapport.people.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of persons.
 *
 * @param next the id of the last row when more follow
 * @param isEmpty whether nobody is known at all
 */
public record PeoplePage(
        String query, List<PersonRow> rows, @Nullable Long next, boolean isFirst, boolean isEmpty) {}
