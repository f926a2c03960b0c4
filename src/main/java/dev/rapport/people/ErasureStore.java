package dev.rapport.people;

import dev.rapport.shared.PersonId;
import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The record that somebody was erased, and who may be. */
@Component
class ErasureStore {

    /** What was erased. */
    enum Kind {
        PERSON,
        USER,
        RESTORE
    }

    private static final JsonMapper JSON = JsonMapper.shared();

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

    void add(Kind kind, @Nullable UserId by, Instant at, Map<String, Long> counts) {
        sql.sql("""
                        insert into people.erasures (erased_at, erased_by, kind, counts) values (:at, :by, :kind, :counts::jsonb)
                        """)
                .param("at", at)
                .param("by", by)
                .param("kind", kind)
                .param("counts", JSON.writeValueAsString(counts))
                .update();
    }
}
