package dev.rapport.channels.web;

import dev.rapport.channels.Inbox;
import dev.rapport.channels.Searches;
import dev.rapport.channels.spi.Search;
import dev.rapport.shared.web.FormProblems;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a search would bring, before it is saved.
 *
 * @param found empty when nothing was asked yet
 * @param failure why the place could not be asked
 */
public record SearchPage(
        Inbox inbox,
        Set<Search.Kind> kinds,
        SearchForm form,
        @Nullable List<Searches.Found> found,
        @Nullable String failure,
        FormProblems problems) {

    public long taken() {
        return found == null
                ? 0
                : found.stream().filter(Searches.Found::isTaken).count();
    }
}
