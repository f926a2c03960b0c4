package dev.rapport.shared;

/**
 * A customer as another system numbers them; purchases and contracts hang on it.
 *
 * @param source the system's name, as chosen at its first import
 * @param number the customer's number there
 */
public record CustomerKey(String source, String number) {}
