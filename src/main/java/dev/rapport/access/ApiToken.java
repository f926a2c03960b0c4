package dev.rapport.access;

import java.util.Set;

/** A program that calls the API, as its token introduces it. */
public record ApiToken(ApiTokenId id, String name, Set<Scope> scopes) {}
