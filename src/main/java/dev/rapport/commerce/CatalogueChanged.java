package dev.rapport.commerce;

/** The catalogue has a new version; messages read before knew an older one. */
public record CatalogueChanged(long version) {}
