package dev.rapport.exchange.databases;

import dev.rapport.shared.Id;

/** A database of another system. */
public record DatabaseId(long value) implements Id {

    public static DatabaseId of(Long value) {
        return new DatabaseId(value);
    }
}
