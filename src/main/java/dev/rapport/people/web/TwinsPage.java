package dev.rapport.people.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Possible duplicates.
 *
 * @param next what the last group shares, when more follow
 */
public record TwinsPage(
        boolean byAddress, List<Twins> groups, @Nullable String next, boolean isFirst) {}
