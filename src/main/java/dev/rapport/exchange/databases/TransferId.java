package dev.rapport.exchange.databases;

import dev.rapport.shared.Id;

/** Something that comes from a database, or is written back into it, again and again. */
public record TransferId(long value) implements Id {

    public static TransferId of(Long value) {
        return new TransferId(value);
    }
}
