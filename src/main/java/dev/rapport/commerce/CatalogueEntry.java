package dev.rapport.commerce;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A brand or product with every name it goes by.
 *
 * @param brand the brand a product belongs to; empty for a brand
 * @param aliases other names people use, the official name not included
 * @param handles names on networks, without the leading {@code @}; messages addressed to one are addressed to the entry
 */
public record CatalogueEntry(
        Target target,
        String name,
        Standing standing,
        @Nullable Target brand,
        List<String> aliases,
        List<String> handles) {}
