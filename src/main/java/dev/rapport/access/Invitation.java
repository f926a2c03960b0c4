package dev.rapport.access;

import dev.rapport.shared.TeamId;
import dev.rapport.shared.UserId;
import java.time.Instant;
import java.util.List;

/** A user to be: their address, role and teams are set, the rest they tell themselves. */
public record Invitation(
        InvitationId id,
        EmailAddress email,
        Role role,
        List<TeamId> teams,
        UserId invitedBy,
        Instant createdAt,
        Instant expiresAt) {}
