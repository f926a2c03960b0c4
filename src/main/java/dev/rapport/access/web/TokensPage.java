package dev.rapport.access.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All API tokens that still work or stopped lately. */
public record TokensPage(List<Row> tokens) {

    /** Whether a token works, and if not, why. */
    public enum State {
        VALID,
        EXPIRED,
        REVOKED
    }

    /** One token; {@code ending} is its last four characters, {@code issuedBy} null when made at the console. */
    public record Row(
            long id,
            String name,
            String ending,
            List<String> scopes,
            @Nullable String issuedBy,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,
            State state) {}
}
