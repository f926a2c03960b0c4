package dev.rapport.exchange.databases;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a query once.
 *
 * @param columns those that are text, in the query's order
 * @param rows how many are new
 * @param last the watermark of the last row, new or not; none when there was no row
 * @param edge what the rows of that watermark are known by
 * @param isFull whether there may be more
 */
record Reading(List<String> columns, long rows, @Nullable Watermark last, Set<String> edge, boolean isFull) {}
