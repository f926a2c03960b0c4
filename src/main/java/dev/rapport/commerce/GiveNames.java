package dev.rapport.commerce;

import java.util.List;

/** Sets the other names of a brand or product; names left out are retired. */
public record GiveNames(Target target, List<String> aliases, List<String> handles) {}
