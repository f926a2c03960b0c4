package dev.rapport.access;

import java.time.Instant;

/**
 * A token just made.
 *
 * @param secret what the program sends as {@code Authorization: Bearer …}; it is nowhere else and cannot be shown again
 */
public record IssuedToken(ApiTokenId id, String secret, Instant expiresAt) {

    @Override
    public String toString() {
        return "IssuedToken[" + id.value() + "]";
    }
}
