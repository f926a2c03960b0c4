package dev.rapport.access.web;

import dev.rapport.access.Role;
import dev.rapport.shared.UserId;
import java.time.Instant;
import java.util.List;

/** Everybody who works here or is invited to. */
public record UsersPage(List<Row> users, List<Invited> invitations) {

    /** One user; {@code teams} is a readable list, empty without any. */
    public record Row(UserId id, String name, String email, Role role, String teams, boolean isActive) {}

    /** One open or expired invitation. */
    public record Invited(long id, String email, Role role, Instant expiresAt, boolean isExpired) {}
}
