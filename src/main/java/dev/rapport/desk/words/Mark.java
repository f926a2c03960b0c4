package dev.rapport.desk.words;

/**
 * A part of a text that holds an opinion, in UTF-16 offsets.
 *
 * @param from the first
 * @param to the one after the last
 */
public record Mark(int from, int to, Feeling feeling) {}
