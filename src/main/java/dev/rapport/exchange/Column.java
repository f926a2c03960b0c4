package dev.rapport.exchange;

import java.util.List;

/**
 * A column of a file, or a field of its JSON objects.
 *
 * @param key what a mapping knows it by
 * @param name as the file writes it
 * @param samples the first few different values in it
 */
public record Column(String key, String name, List<String> samples) {}
