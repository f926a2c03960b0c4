package dev.rapport.access.web;

import dev.rapport.access.web.UsersPage.Invited;
import dev.rapport.access.web.UsersPage.Row;
import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Repository;

/** What the screens about users show. */
@Repository
class UserReads {

    private final Sql sql;
    private final Clock clock;

    UserReads(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Everybody, those who can sign in first. */
    List<Row> users() {
        return sql.sql("""
                select u.id, u.name, u.email, u.role,
                    coalesce(string_agg(t.name, ', ' order by lower(t.name)), '') as teams,
                    u.deactivated_at is null as is_active
                from access.users u
                left join access.team_members m on m.user_id = u.id
                left join access.teams t on t.id = m.team_id
                group by u.id
                order by u.deactivated_at is not null, lower(u.name), u.id
                """).list(Row.class);
    }

    List<Invited> invitations() {
        return sql.sql("""
                select id, email, role, expires_at, expires_at <= :now as is_expired
                from access.invitations
                order by created_at desc
                """).param("now", clock.instant()).list(Invited.class);
    }

    /** The names of a user's teams in one line. */
    String teams(UserId user) {
        return sql.sql("""
                select coalesce(string_agg(t.name, ', ' order by lower(t.name)), '')
                from access.team_members m
                join access.teams t on t.id = m.team_id
                where m.user_id = :user
                """).param("user", user).single(String.class);
    }
}
