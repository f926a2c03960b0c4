package dev.rapport.channels;

import dev.rapport.channels.spi.Search;
import dev.rapport.shared.InboxId;
import java.util.List;

/**
 * Listens for something at a place from now on.
 *
 * @param languages those wanted, as tags like {@code fr}; empty for all
 * @param excluded words of which none may occur
 * @param share of a hundred found messages so many are taken
 * @param dailyBudget no more than this are taken a day
 */
public record SaveSearch(
        InboxId inbox, Search search, List<String> languages, List<String> excluded, int share, int dailyBudget) {}
