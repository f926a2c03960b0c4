package dev.rapport.access;

import dev.rapport.shared.Sql;
import dev.rapport.shared.TeamId;
import dev.rapport.shared.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Teams' rows and who is in them. */
@Repository
class TeamStore {

    private final Sql sql;

    TeamStore(Sql sql) {
        this.sql = sql;
    }

    TeamId add(String name, Instant now) {
        return sql.sql("insert into access.teams (name, created_at) values (:name, :now) returning id")
                .param("name", name)
                .param("now", now)
                .single((row, number) -> TeamId.of(row.getLong("id")));
    }

    void rename(TeamId id, String name) {
        sql.sql("update access.teams set name = :name where id = :id")
                .param("id", id)
                .param("name", name)
                .updateOne();
    }

    List<Team> all() {
        return sql.sql("select id, name from access.teams order by lower(name)").list(Team.class);
    }

    Optional<Team> find(TeamId id) {
        return sql.sql("select id, name from access.teams where id = :id")
                .param("id", id)
                .optional(Team.class);
    }

    Optional<Team> byName(String name) {
        return sql.sql("select id, name from access.teams where lower(name) = lower(:name)")
                .param("name", name)
                .optional(Team.class);
    }

    List<TeamId> ofUser(UserId user) {
        return sql.sql("select team_id from access.team_members where user_id = :user order by team_id")
                .param("user", user)
                .list((row, number) -> TeamId.of(row.getLong("team_id")));
    }

    void removeMembers(TeamId id) {
        sql.sql("delete from access.team_members where team_id = :id")
                .param("id", id)
                .update();
    }

    void addMembers(TeamId id, Collection<UserId> members) {
        sql.sql("""
                insert into access.team_members (team_id, user_id)
                select :id, id from access.users where id = any (:members)
                on conflict do nothing
                """)
                .param("id", id)
                .param("members", members.stream().map(UserId::value).toArray(Long[]::new))
                .update();
    }
}
