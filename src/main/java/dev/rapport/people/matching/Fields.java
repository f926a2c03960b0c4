package dev.rapport.people.matching;

import java.util.List;

/**
 * A record of a person as two systems may hold it: its fields in the same order, folded; an empty field is unknown.
 *
 * @param values one text per field; names before anything else, so that swapped names can be seen
 */
public record Fields(long id, List<String> values) {

    public Fields {
        values = values.stream().map(Folding::fold).toList();
    }
}
