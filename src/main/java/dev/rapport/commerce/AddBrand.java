package dev.rapport.commerce;

import java.util.List;

/** Adds a brand: ours, a competitor's or a partner's. */
public record AddBrand(String name, Standing standing, List<String> aliases, List<String> handles) {}
