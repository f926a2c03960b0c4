package dev.rapport.commerce;

/** Gives a brand or product another official name; the former one is kept as history, not as an alias. */
public record RenameEntry(Target target, String name) {}
