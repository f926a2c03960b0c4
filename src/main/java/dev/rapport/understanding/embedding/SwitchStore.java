package dev.rapport.understanding.embedding;

import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The one row that says whether a sentence model is wanted. */
@Repository
class SwitchStore {

    private final Sql sql;

    SwitchStore(Sql sql) {
        this.sql = sql;
    }

    Optional<EmbeddingSwitch> find() {
        return sql.sql(
                        "select is_on, model, switched_by, switched_at, trouble, trouble_at from understanding.embedding")
                .optional((row, n) -> found(row));
    }

    /** Puts it on or off and forgets earlier trouble. */
    void put(boolean isOn, String model, UserId by, Instant at) {
        sql.sql("""
                        insert into understanding.embedding (is_on, model, switched_by, switched_at)
                        values (:isOn, :model, :by, :at)
                        on conflict (one) do update set is_on = excluded.is_on, model = excluded.model,
                          switched_by = excluded.switched_by, switched_at = excluded.switched_at,
                          trouble = null, trouble_at = null
                        """)
                .param("isOn", isOn)
                .param("model", model)
                .param("by", by)
                .param("at", at)
                .update();
    }

    void failed(ModelTrouble trouble, Instant at) {
        sql.sql("update understanding.embedding set trouble = :trouble, trouble_at = :at")
                .param("trouble", trouble.code())
                .param("at", at)
                .update();
    }

    void worked() {
        sql.sql("update understanding.embedding set trouble = null, trouble_at = null where trouble is not null")
                .update();
    }

    private static EmbeddingSwitch found(ResultSet row) throws SQLException {
        String trouble = row.getString("trouble");
        Timestamp troubleAt = row.getTimestamp("trouble_at");
        return new EmbeddingSwitch(
                row.getBoolean("is_on"),
                row.getString("model"),
                UserId.of(row.getLong("switched_by")),
                row.getTimestamp("switched_at").toInstant(),
                trouble == null ? null : ModelTrouble.of(trouble),
                troubleAt == null ? null : troubleAt.toInstant());
    }
}
