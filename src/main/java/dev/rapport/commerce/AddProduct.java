package dev.rapport.commerce;

import java.util.List;

/** Adds a product of a brand. */
public record AddProduct(Target brand, String name, List<String> aliases, List<String> handles) {}
