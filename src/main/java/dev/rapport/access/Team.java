package dev.rapport.access;

import dev.rapport.shared.TeamId;

/** A team of users, to which work is routed. */
public record Team(TeamId id, String name) {}
