package dev.rapport.commerce;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what a brand or product is called now and, of a brand, whose it is. Names left out are retired; all of it is
 * changed or nothing.
 *
 * @param standing of a brand; empty leaves it as it is
 */
public record ChangeEntry(
        Target target, String name, @Nullable Standing standing, List<String> aliases, List<String> handles) {}
