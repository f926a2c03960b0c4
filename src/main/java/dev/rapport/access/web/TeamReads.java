package dev.rapport.access.web;

import dev.rapport.access.web.TeamPage.Member;
import dev.rapport.access.web.TeamsPage.Row;
import dev.rapport.shared.Sql;
import dev.rapport.shared.TeamId;
import java.util.List;
import org.springframework.stereotype.Repository;

/** What the screens about teams show. */
@Repository
class TeamReads {

    private final Sql sql;

    TeamReads(Sql sql) {
        this.sql = sql;
    }

    List<Row> teams() {
        return sql.sql("""
                select t.id, t.name, count(u.id)::int as size,
                    coalesce(string_agg(u.name, ', ' order by lower(u.name)), '') as members
                from access.teams t
                left join access.team_members m on m.team_id = t.id
                left join access.users u on u.id = m.user_id and u.deactivated_at is null
                group by t.id
                order by lower(t.name)
                """).list(Row.class);
    }

    /** Everybody who can sign in, and whether they are in the team. */
    List<Member> users(TeamId team) {
        return sql.sql("""
                select u.id, u.name, u.email, m.user_id is not null as is_member
                from access.users u
                left join access.team_members m on m.user_id = u.id and m.team_id = :team
                where u.deactivated_at is null
                order by lower(u.name), u.id
                """).param("team", team).list(Member.class);
    }
}
