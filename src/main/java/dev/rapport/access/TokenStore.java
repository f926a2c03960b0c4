package dev.rapport.access;

import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** API tokens' rows. */
@Repository
class TokenStore {

    private final Sql sql;

    TokenStore(Sql sql) {
        this.sql = sql;
    }

    ApiTokenId add(IssueToken token, Secret secret, @Nullable UserId by, Instant now, Instant expiresAt) {
        return sql.sql("""
                insert into access.api_tokens (name, secret_hash, ending, scopes, issued_by, issued_at, expires_at)
                values (:name, :hash, :ending, :scopes, :by, :now, :expiresAt)
                returning id
                """)
                .param("name", token.name().strip())
                .param("hash", secret.hash())
                .param("ending", secret.ending())
                .param(
                        "scopes",
                        token.scopes().stream().map(Scope::name).sorted().toArray(String[]::new))
                .param("by", by)
                .param("now", now)
                .param("expiresAt", expiresAt)
                .single((row, number) -> ApiTokenId.of(row.getLong("id")));
    }

    Optional<ApiToken> valid(Secret secret, Instant now) {
        return sql.sql("""
                select id, name, scopes from access.api_tokens
                where secret_hash = :hash and expires_at > :now and revoked_at is null
                """).param("hash", secret.hash()).param("now", now).optional(TokenStore::token);
    }

    /** To the minute, so that a busy program does not write a row with each call. */
    void markUsed(ApiTokenId id, Instant now) {
        sql.sql("""
                update access.api_tokens set last_used_at = :now
                where id = :id and (last_used_at is null or last_used_at < :minuteAgo)
                """)
                .param("id", id)
                .param("now", now)
                .param("minuteAgo", now.minus(Duration.ofMinutes(1)))
                .update();
    }

    boolean revoke(ApiTokenId id, Instant now) {
        return sql.sql("update access.api_tokens set revoked_at = :now where id = :id and revoked_at is null")
                        .param("id", id)
                        .param("now", now)
                        .update()
                == 1;
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        String[] scopes = (String[]) row.getArray("scopes").getArray();
        return new ApiToken(
                ApiTokenId.of(row.getLong("id")),
                row.getString("name"),
                Arrays.stream(scopes).map(Scope::valueOf).collect(Collectors.toUnmodifiableSet()));
    }
}
