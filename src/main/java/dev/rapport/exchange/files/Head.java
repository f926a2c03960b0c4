package dev.rapport.exchange.files;

import java.util.List;

/**
 * The first line of a CSV.
 *
 * @param line as it is written
 * @param columns the names in it, in lower case, spaces and hyphens as underscores
 */
public record Head(String line, char separator, List<String> columns) {}
