package dev.rapport.access;

import dev.rapport.shared.HeldSection;
import dev.rapport.shared.PersonalDataHolder;
import dev.rapport.shared.Subject;
import dev.rapport.shared.SubjectSql;
import dev.rapport.shared.TombstoneKey;
import dev.rapport.shared.Tombstones;
import dev.rapport.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What is held about a colleague. Forgotten, what they did stays under a number; name, address and ways in go. */
@Component
class AccessPersonalData implements PersonalDataHolder {

    /** What their deeds are signed with from then on. */
    static final String FORMER = "Former colleague";

    /** Where nobody gets mail. */
    static final String NOWHERE = "@invalid";

    private static final Set<String> TABLES = Set.of(
            "access.users",
            "access.invitations",
            "access.api_tokens",
            "access.one_time_links",
            "access.sessions",
            "access.sessions_attributes");

    private static final List<HeldSection> SECTIONS = List.of(
            new HeldSection("colleague", """
                    select name, email, role, language, zone, created_at, deactivated_at
                    from access.users where id = any(:users) and erased_at is null
                    """),
            new HeldSection("colleague_teams", """
                    select t.name from access.team_members m join access.teams t on t.id = m.team_id
                    where m.user_id = any(:users) order by t.name
                    """),
            new HeldSection("colleague_tokens", """
                    select name, issued_at, expires_at, last_used_at, revoked_at from access.api_tokens
                    where issued_by = any(:users) and name <> '' order by id
                    """));

    private static final List<String> ERASE = List.of(
            "delete from access.invitations where email in (select email from access.users where id = any(:users))",
            "delete from access.one_time_links where user_id = any(:users)",
            "delete from access.team_members where user_id = any(:users)",
            "delete from access.sessions where principal_name = any(select id::text from unnest(:users::bigint[]) as id)",
            """
            update access.api_tokens set name = '', revoked_at = coalesce(revoked_at, :at)
            where issued_by = any(:users) and name <> ''
            """,
            """
            update access.users
            set name = '%s', email = 'former-' || id || '%s', password_hash = '', role = 'VIEWER', language = 'en',
                zone = 'UTC', deactivated_at = coalesce(deactivated_at, :at), erased_at = :at
            where id = any(:users) and erased_at is null
            """.formatted(FORMER, NOWHERE));

    private final SubjectSql sql;
    private final JdbcTemplate jdbc;
    private final Tombstones tombstones;

    AccessPersonalData(SubjectSql sql, JdbcTemplate jdbc, Tombstones.Maker tombstones) {
        this.sql = sql;
        this.jdbc = jdbc;
        this.tombstones = tombstones.of("access");
    }

    @Override
    public Set<String> tables() {
        return TABLES;
    }

    @Override
    public List<HeldSection> sections() {
        return SECTIONS;
    }

    @Override
    public int erase(Subject subject, Instant at) {
        if (subject.users().isEmpty()) {
            return 0;
        }
        Set<TombstoneKey> keys = new HashSet<>();
        eachUser(row -> {
            if (subject.users().contains(new UserId(row.getLong(1)))) {
                keys.add(key(row));
            }
        });
        tombstones.set(keys, at);
        return sql.run(ERASE, subject, at);
    }

    @Override
    public Optional<Tombstones> tombstones() {
        return Optional.of(tombstones);
    }

    @Override
    public Subject recognise(Predicate<TombstoneKey> isErased) {
        Set<UserId> users = new HashSet<>();
        eachUser(row -> {
            if (isErased.test(key(row))) {
                users.add(new UserId(row.getLong(1)));
            }
        });
        return Subject.ofUsers(users);
    }

    private void eachUser(org.springframework.jdbc.core.RowCallbackHandler row) {
        jdbc.query("select id, created_at from access.users", row);
    }

    private static TombstoneKey key(ResultSet row) throws SQLException {
        return TombstoneKey.user(
                row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant());
    }
}
