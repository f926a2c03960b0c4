package dev.rapport.commerce;

import java.util.List;

/**
 * The whole catalogue at one version, unchangeable: what a reader of messages is built from.
 *
 * @param version rises with every change, so that a reading can say which catalogue it knew
 */
public record CatalogueSnapshot(long version, List<CatalogueEntry> entries, List<Aspect> aspects) {}
