package dev.rapport.access.web;

import dev.rapport.access.Scope;
import dev.rapport.access.web.TokensPage.Row;
import dev.rapport.access.web.TokensPage.State;
import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What the screen about API tokens shows. */
@Repository
class TokenReads {

    /** How long a token that stopped working is still listed. */
    private static final Duration SHOWN_AFTER = Duration.ofDays(30);

    private final Sql sql;
    private final Clock clock;

    TokenReads(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    List<Row> tokens() {
        Instant now = clock.instant();
        return sql.sql("""
                select t.id, t.name, t.ending, t.scopes, u.name as issued_by, t.expires_at, t.last_used_at,
                    case when t.revoked_at is not null then 'REVOKED'
                         when t.expires_at <= :now then 'EXPIRED'
                         else 'VALID' end as state
                from access.api_tokens t
                left join access.users u on u.id = t.issued_by
                where least(t.revoked_at, t.expires_at) > :shownSince
                order by t.revoked_at is not null or t.expires_at <= :now, t.id desc
                """)
                .param("now", now)
                .param("shownSince", now.minus(SHOWN_AFTER))
                .list(TokenReads::row);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String[] scopes = (String[]) row.getArray("scopes").getArray();
        return new Row(
                row.getLong("id"),
                row.getString("name"),
                row.getString("ending"),
                Arrays.stream(scopes).map(Scope::valueOf).map(Scope::code).toList(),
                row.getString("issued_by"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("last_used_at", OffsetDateTime.class)),
                State.valueOf(row.getString("state")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
