package dev.rapport.access;

import java.time.Duration;
import java.util.Set;

/** Make an API token. Its life is cut to {@link Tokens#LONGEST_LIFE}. */
public record IssueToken(String name, Set<Scope> scopes, Duration life) {

    public IssueToken {
        if (name.isBlank() || scopes.isEmpty() || !life.isPositive()) {
            throw new IllegalArgumentException("A token needs a name, a scope and a life");
        }
    }
}
