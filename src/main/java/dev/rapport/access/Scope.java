package dev.rapport.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an API token may do: read or write one kind of thing. */
public enum Scope {
    MESSAGES_READ,
    MESSAGES_WRITE,
    CASES_READ,
    CASES_WRITE,
    PEOPLE_READ,
    CATALOGUE_READ,
    CATALOGUE_WRITE,
    IMPORTS_WRITE;

    /** The name in programs and on screens: {@code messages:read}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** The authority that a method asks for: {@code SCOPE_messages:read}. */
    public String authority() {
        return "SCOPE_" + code();
    }

    public boolean isWrite() {
        return name().endsWith("_WRITE");
    }

    public static Optional<Scope> parse(String code) {
        return Arrays.stream(values())
                .filter(scope -> scope.code().equals(code))
                .findFirst();
    }
}
