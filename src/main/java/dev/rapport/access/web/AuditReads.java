package dev.rapport.access.web;

import dev.rapport.access.web.AuditPage.Row;
import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the screen of the audit trail shows. */
@Repository
class AuditReads {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Sql sql;

    AuditReads(Sql sql) {
        this.sql = sql;
    }

    /** The newest entries that pass the filter, at most {@code limit}. */
    List<Row> entries(AuditFilter filter, int limit) {
        return sql.sql("""
                select e.id, e.at, e.actor_kind, coalesce(u.name, t.name) as actor_name, e.action, e.subject_kind,
                    e.subject_id, coalesce(su.name, st.name) as subject_name, e.facts::text as facts
                from access.audit_entries e
                left join access.users u on e.actor_kind = 'USER' and u.id = e.actor_id
                left join access.api_tokens t on e.actor_kind = 'TOKEN' and t.id = e.actor_id
                left join access.users su on e.subject_kind = 'user' and su.id::text = e.subject_id
                left join access.teams st on e.subject_kind = 'team' and st.id::text = e.subject_id
                where (:actorKind = '' or e.actor_kind = :actorKind and e.actor_id is not distinct from :actorId::bigint)
                  and (:action = '' or e.action = :action)
                  and (:before::bigint is null or e.id < :before::bigint)
                order by e.id desc
                limit :limit
                """)
                .param("actorKind", filter.actorKind())
                .param("actorId", filter.actorId())
                .param("action", filter.actionOrEmpty())
                .param("before", filter.before())
                .param("limit", limit)
                .list(AuditReads::row);
    }

    /** Every action there is, by hopping through the index instead of reading the whole trail. */
    List<String> actions() {
        return sql.sql("""
                with recursive known as (
                    (select action from access.audit_entries order by action limit 1)
                    union all
                    select (select e.action from access.audit_entries e
                            where e.action > k.action order by e.action limit 1)
                    from known k
                    where k.action is not null)
                select action from known where action is not null
                """).list(String.class);
    }

    /** Users and tokens by the value that chooses them. */
    Map<String, String> actors() {
        Map<String, String> actors = new LinkedHashMap<>();
        sql.sql("""
                select 'USER:' || id as value, name from access.users
                union all
                select 'TOKEN:' || id, name from access.api_tokens
                order by 2
                """)
                .list((row, number) -> Map.entry(row.getString("value"), row.getString("name")))
                .forEach(actor -> actors.put(actor.getKey(), actor.getValue()));
        return actors;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        SortedMap<String, String> facts =
                JSON.readValue(row.getString("facts"), new TypeReference<TreeMap<String, String>>() {});
        return new Row(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor_kind"),
                row.getString("actor_name"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                row.getString("subject_name"),
                facts);
    }
}
