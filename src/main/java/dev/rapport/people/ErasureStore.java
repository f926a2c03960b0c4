package dev.rapport.people;

import dev.rapport.shared.PersonId;
import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The record that somebody was erased, and who may be. */
@Component
class ErasureStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, Long>> COUNTS = new TypeReference<>() {};

    private final Sql sql;

    ErasureStore(Sql sql) {
        this.sql = sql;
    }

    boolean isThere(PersonId person) {
        return sql.sql("select exists (select from people.persons where id = :id)")
                .param("id", person)
                .single(Boolean.class);
    }

    boolean hasLeft(UserId user) {
        return sql.sql("select exists (select from access.users where id = :id and deactivated_at is not null)")
                .param("id", user)
                .single(Boolean.class);
    }

    long add(Erasure.Kind kind, @Nullable UserId by, Instant at, Map<String, Long> counts) {
        return sql.sql("""
                        insert into people.erasures (erased_at, erased_by, kind, counts) values (:at, :by, :kind, :counts::jsonb)
                        returning id
                        """)
                .param("at", at)
                .param("by", by)
                .param("kind", kind)
                .param("counts", JSON.writeValueAsString(counts))
                .single(Long.class);
    }

    Optional<Erasure> find(long id) {
        return sql.sql("""
                        select e.id, e.erased_at, u.name, e.kind, e.counts
                        from people.erasures e left join access.users u on u.id = e.erased_by where e.id = :id
                        """)
                .param("id", id)
                .optional((row, number) -> new Erasure(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        Erasure.Kind.valueOf(row.getString(4)),
                        JSON.readValue(row.getString(5), COUNTS)));
    }
}
