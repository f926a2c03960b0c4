package dev.rapport.access;

import dev.rapport.shared.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who did something: a user, an API token, somebody at the server's console, or the system by itself.
 *
 * @param id the user's or the token's id, null for the other two
 */
record Actor(Kind kind, @Nullable Long id) {

    enum Kind {
        USER,
        TOKEN,
        CONSOLE,
        SYSTEM
    }

    /** Whoever the current thread works for, else {@code otherwise}. */
    static Actor current(Kind otherwise) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Object principal = authentication == null ? null : authentication.getPrincipal();
        return switch (principal) {
            case SignedIn user -> new Actor(Kind.USER, user.id().value());
            case ApiToken token -> new Actor(Kind.TOKEN, token.id().value());
            case null, default -> new Actor(otherwise, null);
        };
    }
}
