package dev.rapport.exchange.spi;

import java.util.Map;

/**
 * One line of a file.
 *
 * @param number the first line of the file is 1; of a CSV the line its record begins on
 * @param values by field; a CSV gives strings, JSON also numbers, booleans, lists and maps
 */
public record ImportLine(long number, Map<String, Object> values) {}
