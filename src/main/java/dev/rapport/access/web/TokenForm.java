package dev.rapport.access.web;

import dev.rapport.access.IssueToken;
import dev.rapport.access.Scope;
import dev.rapport.access.Tokens;
import dev.rapport.shared.web.FormProblems;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is asked to make an API token, as typed. */
public record TokenForm(String name, @Nullable Set<String> scope, int days) {

    static TokenForm empty() {
        return new TokenForm("", Set.of(), (int) Tokens.USUAL_LIFE.toDays());
    }

    public boolean has(Scope wanted) {
        return scopes().contains(wanted);
    }

    FormProblems problems() {
        return FormProblems.none()
                .when(name.isBlank() || name.length() > Newcomer.LONGEST_NAME, "name", "tokens.name.problem")
                .when(scopes().isEmpty(), "scope", "tokens.scopes.problem")
                .when(days < 1 || days > Tokens.LONGEST_LIFE.toDays(), "days", "tokens.days.problem");
    }

    IssueToken command() {
        return new IssueToken(name.strip(), scopes(), Duration.ofDays(days));
    }

    private Set<Scope> scopes() {
        Set<String> codes = scope == null ? Set.of() : scope;
        return codes.stream().map(Scope::parse).flatMap(Optional::stream).collect(Collectors.toSet());
    }
}
