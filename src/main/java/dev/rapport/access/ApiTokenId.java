package dev.rapport.access;

import dev.rapport.shared.Id;

/** An API token. */
public record ApiTokenId(long value) implements Id {

    public static ApiTokenId of(Long value) {
        return new ApiTokenId(value);
    }
}
