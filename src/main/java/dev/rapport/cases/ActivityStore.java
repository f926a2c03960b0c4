package dev.rapport.cases;

import dev.rapport.shared.Id;
import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes one line for each thing done to a case. */
@Component
class ActivityStore {

    private final Sql sql;

    ActivityStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Adds a line.
     *
     * @param by empty when a rule, the clock or a customer's message did it
     * @param subject the user, team, conversation or message the line is about
     * @param fact a short fact in no language: a reason, a moment
     */
    void add(CaseId id, Activity kind, @Nullable UserId by, @Nullable Id subject, @Nullable String fact, Instant now) {
        sql.sql("""
                        insert into cases.activity (case_id, at, by_user, kind, subject_id, fact)
                        values (:id, :now, :by, :kind, :subject, :fact)
                        """)
                .param("id", id)
                .param("now", now)
                .param("by", by)
                .param("kind", kind)
                .param("subject", subject)
                .param("fact", fact)
                .update();
    }
}
