package dev.rapport.desk.words;

/** Somebody or something to choose. */
public record Choice(long id, String name) {}
