package dev.rapport.exchange.spi;

/**
 * A field or option of an import.
 *
 * @param name as written in a file's head or after {@code --}
 * @param about one sentence for whoever fills it in
 */
public record ImportField(String name, boolean required, String about) {}
