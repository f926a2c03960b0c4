package dev.rapport.access;

import dev.rapport.shared.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Repository;

/** How often signing in failed lately, by account and by network address. */
@Repository
class SignInAttemptStore {

    /** After so long without a failure the count begins anew. */
    static final Duration MEMORY = Duration.ofHours(24);

    /** What is known of one who tries. */
    record Attempts(int failures, Instant blockedUntil) {}

    private final Sql sql;

    SignInAttemptStore(Sql sql) {
        this.sql = sql;
    }

    /** The row of {@code who}, made when there was none, held until the transaction ends. */
    Attempts lock(Secret who, Instant now) {
        return sql.sql("""
                insert into access.sign_in_attempts as known (who_hash, failures, failed_at, blocked_until)
                values (:who, 0, :now, :now)
                on conflict (who_hash) do update set
                    failures = case when known.failed_at < :forgotten then 0 else known.failures end
                returning failures, blocked_until
                """)
                .param("who", who.hash())
                .param("now", now)
                .param("forgotten", now.minus(MEMORY))
                .single((row, number) -> new Attempts(
                        row.getInt("failures"),
                        row.getObject("blocked_until", OffsetDateTime.class).toInstant()));
    }

    void put(Secret who, int failures, Instant now, Instant blockedUntil) {
        sql.sql("""
                update access.sign_in_attempts
                set failures = :failures, failed_at = :now, blocked_until = :blockedUntil
                where who_hash = :who
                """)
                .param("who", who.hash())
                .param("failures", failures)
                .param("now", now)
                .param("blockedUntil", blockedUntil)
                .updateOne();
    }

    /** One failure less: the attempt was counted before it turned out well. */
    void forgive(Secret who) {
        sql.sql("""
                update access.sign_in_attempts
                set failures = greatest(failures - 1, 0), blocked_until = failed_at
                where who_hash = :who
                """).param("who", who.hash()).update();
    }

    void forget(Secret who) {
        sql.sql("delete from access.sign_in_attempts where who_hash = :who")
                .param("who", who.hash())
                .update();
    }

    void forgetOld(Instant now) {
        sql.sql("delete from access.sign_in_attempts where failed_at < :forgotten")
                .param("forgotten", now.minus(MEMORY))
                .update();
    }
}
