package dev.rapport.channels.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one fetch brought.
 *
 * @param next how far this page read; stored in the transaction that stores the page
 * @param more whether another page can be fetched right away
 * @param limits how many calls the place lets us make, where it says so
 */
public record Page(
        List<Item> items,
        Cursor next,
        boolean more,
        @Nullable Limits limits) {

    public Page(List<Item> items, Cursor next, boolean more) {
        this(items, next, more, null);
    }
}
