package dev.rapport.understanding;

import dev.rapport.shared.Sql;
import org.springframework.stereotype.Repository;

/** Which rules and which corrections are in force, for every process on the database. */
@Repository
class VersionStore {

    /** Numbers that rise with every change. */
    record InForce(long rules, long corrections) {}

    private final Sql sql;

    VersionStore(Sql sql) {
        this.sql = sql;
    }

    InForce now() {
        return sql.sql("select rules, corrections from understanding.versions").single(InForce.class);
    }

    void rulesChanged() {
        sql.sql("update understanding.versions set rules = rules + 1").update();
    }

    void correctionsChanged() {
        sql.sql("update understanding.versions set corrections = corrections + 1")
                .update();
    }
}
