package dev.rapport.cases;

import dev.rapport.shared.Sql;
import dev.rapport.shared.TeamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the rules, their conditions as JSON. */
@Component
class RuleStore {

    private static final TypeReference<List<Condition>> CONDITIONS = new TypeReference<>() {};

    private final Sql sql;
    private final JsonMapper json;

    RuleStore(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<Rule> all() {
        return sql.sql("""
                        select id, position, name, enabled, match, conditions, team_id, priority, reply_within, version
                        from cases.rules order by position, id
                        """).list(this::rule);
    }

    Optional<Rule> one(RuleId id) {
        return sql.sql("""
                        select id, position, name, enabled, match, conditions, team_id, priority, reply_within, version
                        from cases.rules where id = :id
                        """).param("id", id).optional(this::rule);
    }

    RuleId add(WriteRule rule) {
        return RuleId.of(bound(sql.sql("""
                        insert into cases.rules
                          (position, name, enabled, match, conditions, team_id, priority, reply_within)
                        select coalesce(max(position), 0) + 1, :name, :enabled, :match, cast(:conditions as jsonb), :team,
                          :priority, :within
                        from cases.rules
                        returning id
                        """), rule).single(Long.class));
    }

    void change(RuleId id, WriteRule rule, int version) {
        bound(sql.sql("""
                        update cases.rules set name = :name, enabled = :enabled, match = :match,
                          conditions = cast(:conditions as jsonb), team_id = :team, priority = :priority,
                          reply_within = :within, version = version + 1
                        where id = :id and version = :version
                        """), rule).param("id", id).param("version", version).updateOne();
    }

    void enable(RuleId id, boolean enabled) {
        sql.sql("update cases.rules set enabled = :enabled, version = version + 1 where id = :id")
                .param("id", id)
                .param("enabled", enabled)
                .update();
    }

    void remove(RuleId id) {
        sql.sql("delete from cases.rules where id = :id").param("id", id).update();
    }

    /** Changes places with the rule before. */
    void moveUp(RuleId id) {
        sql.sql("""
                        with numbered as (
                          select id, row_number() over (order by position, id) as n from cases.rules
                        ), places as (
                          select id, case when id = :id then n - 1.5 else n end as n from numbered
                        )
                        update cases.rules r set position = p.n
                        from (select id, row_number() over (order by n) as n from places) p
                        where p.id = r.id
                        """).param("id", id).update();
    }

    private Sql.Statement bound(Sql.Statement statement, WriteRule rule) {
        return statement
                .param("name", rule.name().strip())
                .param("enabled", rule.enabled())
                .param("match", rule.match())
                .param("conditions", json.writeValueAsString(rule.conditions()))
                .param("team", rule.team())
                .param("priority", rule.priority())
                .param("within", rule.replyWithin());
    }

    private Rule rule(ResultSet row, int number) throws SQLException {
        Long team = row.getObject("team_id", Long.class);
        return new Rule(
                RuleId.of(row.getLong("id")),
                row.getInt("position"),
                row.getString("name"),
                row.getBoolean("enabled"),
                Rule.Match.valueOf(row.getString("match")),
                json.readValue(row.getString("conditions"), CONDITIONS),
                team == null ? null : TeamId.of(team),
                row.getInt("priority"),
                row.getObject("reply_within", Integer.class),
                row.getInt("version"));
    }
}
