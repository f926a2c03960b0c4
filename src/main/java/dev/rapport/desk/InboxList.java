package dev.rapport.desk;

import dev.rapport.desk.words.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of the inbox, or one more page of it.
 *
 * @param older where the next page begins; empty at the end
 * @param chosen the conversation that is open, 0 for none
 * @param isFirst whether it is the beginning of the list
 */
public record InboxList(
        Selection selection, List<InboxRow> rows, @Nullable Place older, long chosen, boolean isFirst) {

    public String query() {
        return selection.query();
    }
}
