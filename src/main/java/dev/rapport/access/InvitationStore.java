package dev.rapport.access;

import dev.rapport.shared.Sql;
import dev.rapport.shared.TeamId;
import dev.rapport.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Open invitations. An accepted or revoked one is gone; the audit trail remembers it. */
@Repository
class InvitationStore {

    private final Sql sql;

    InvitationStore(Sql sql) {
        this.sql = sql;
    }

    /** Adds an invitation, or renews the open one of the same address. */
    InvitationId put(InviteUser invite, Secret secret, UserId by, Instant now, Instant expiresAt) {
        return sql.sql("""
                insert into access.invitations
                    (email, role, team_ids, secret_hash, invited_by, created_at, expires_at)
                values (:email, :role, :teams, :hash, :by, :now, :expiresAt)
                on conflict (email) do update set
                    role = excluded.role, team_ids = excluded.team_ids, secret_hash = excluded.secret_hash,
                    invited_by = excluded.invited_by, created_at = excluded.created_at,
                    expires_at = excluded.expires_at
                returning id
                """)
                .param("email", invite.email().value())
                .param("role", invite.role())
                .param(
                        "teams",
                        invite.teams().stream().map(TeamId::value).sorted().toArray(Long[]::new))
                .param("hash", secret.hash())
                .param("by", by)
                .param("now", now)
                .param("expiresAt", expiresAt)
                .single((row, number) -> InvitationId.of(row.getLong("id")));
    }

    Optional<Invitation> find(InvitationId id) {
        return sql.sql("select * from access.invitations where id = :id")
                .param("id", id)
                .optional(InvitationStore::invitation);
    }

    Optional<Invitation> open(Secret secret, Instant now) {
        return sql.sql("select * from access.invitations where secret_hash = :hash and expires_at > :now")
                .param("hash", secret.hash())
                .param("now", now)
                .optional(InvitationStore::invitation);
    }

    /** Uses the invitation up: only one of two who accept it at the same moment gets it. */
    Optional<Invitation> take(Secret secret, Instant now) {
        return sql.sql("delete from access.invitations where secret_hash = :hash and expires_at > :now returning *")
                .param("hash", secret.hash())
                .param("now", now)
                .optional(InvitationStore::invitation);
    }

    void remove(InvitationId id) {
        sql.sql("delete from access.invitations where id = :id").param("id", id).update();
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        Long[] teams = (Long[]) row.getArray("team_ids").getArray();
        return new Invitation(
                InvitationId.of(row.getLong("id")),
                new EmailAddress(row.getString("email")),
                Role.valueOf(row.getString("role")),
                Arrays.stream(teams).map(TeamId::of).toList(),
                UserId.of(row.getLong("invited_by")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
