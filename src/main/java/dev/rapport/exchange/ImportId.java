package dev.rapport.exchange;

import dev.rapport.shared.Id;

/** An import: one file brought in once. */
public record ImportId(long value) implements Id {

    public static ImportId of(Long value) {
        return new ImportId(value);
    }
}
