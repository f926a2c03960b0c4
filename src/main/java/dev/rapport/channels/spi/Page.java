package dev.rapport.channels.spi;

import java.util.List;

/**
 * What one fetch brought.
 *
 * @param next how far this page read; stored in the transaction that stores the page
 * @param more whether another page can be fetched right away
 */
public record Page(List<Item> items, Cursor next, boolean more) {}
