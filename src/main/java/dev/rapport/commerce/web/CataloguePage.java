package dev.rapport.commerce.web;

import dev.rapport.commerce.Standing;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue, a page of it, every brand before its products.
 *
 * @param query what is looked for, empty for everything
 * @param isFirst whether this is the first page, which has the general aspects too
 * @param next the key of the last row when there are more
 */
public record CataloguePage(
        List<EntryRow> rows,
        List<EntryRow.AspectRow> aspects,
        String query,
        boolean isFirst,
        @Nullable String next) {

    /** Whether nothing has been entered yet, which is not the same as nothing found. */
    public boolean isEmpty() {
        return rows.isEmpty() && aspects.isEmpty() && query.isEmpty() && isFirst;
    }

    /** The keys of its rows, as an address lists them. */
    public String keys() {
        return rows.stream().map(EntryRow::key).collect(Collectors.joining(","));
    }

    /** The standings on this page, in its order. */
    public List<Standing> standings() {
        return rows.stream().map(EntryRow::standing).distinct().toList();
    }
}
