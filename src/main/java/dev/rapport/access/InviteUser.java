package dev.rapport.access;

import dev.rapport.shared.TeamId;
import java.util.Set;

/** Invite somebody to work here. */
public record InviteUser(EmailAddress email, Role role, Set<TeamId> teams) {}
