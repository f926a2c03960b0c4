package dev.rapport.understanding;

import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** How far history is read again; whoever reads holds the row for a while and renews it after each part. */
@Repository
class RereadingRunStore {

    /** A holder that does not come back within this time is taken for gone. */
    private static final Duration HOLD = Duration.ofSeconds(60);

    private final Sql sql;

    RereadingRunStore(Sql sql) {
        this.sql = sql;
    }

    /** Begins; empty when another is under way. */
    Optional<RereadingId> start(Instant since, UserId by, Instant at) {
        return sql.sql("""
                insert into understanding.rereadings (since, state, started_by, started_at)
                values (:since, 'RUNNING', :by, :at) on conflict do nothing returning id
                """)
                .param("since", since)
                .param("by", by)
                .param("at", at)
                .optional(RereadingId.class);
    }

    Optional<RereadingRun> newest() {
        return sql.sql("""
                select id, since, state, stop_asked, said, read, changed, why, started_by, started_at, ended_at
                from understanding.rereadings order by id desc limit 1
                """).optional(RereadingRun.class);
    }

    /** Whether it was running. */
    boolean askToStop(RereadingId id) {
        return sql.sql("update understanding.rereadings set stop_asked = true where id = :id and state = 'RUNNING'")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Lets it go on; whether it had ended before its time and no other is under way. */
    boolean resume(RereadingId id) {
        return sql.sql("""
                update understanding.rereadings set state = 'RUNNING', stop_asked = false, why = null, ended_at = null
                where id = :id and state in ('STOPPED', 'FAILED')
                  and not exists (select from understanding.rereadings where state = 'RUNNING')
                """).param("id", id).update() == 1;
    }

    /** What a process reads. */
    record Claim(RereadingId id, Instant since, long read, long changed) {}

    /** Takes what runs and nobody holds. */
    Optional<Claim> claim(UUID holder, Instant now) {
        return sql.sql("""
                update understanding.rereadings set holder = :holder, held_until = :until
                where id = (select id from understanding.rereadings
                            where state = 'RUNNING' and (held_until is null or held_until < :now)
                            for update skip locked limit 1)
                returning id, since, read, changed
                """)
                .param("holder", holder)
                .param("until", now.plus(HOLD))
                .param("now", now)
                .optional(Claim.class);
    }

    /** Writes down how far it is; whether to go on: it is still held by us and nobody wants it to stop. */
    boolean progress(Claim claim, UUID holder, long said, long read, long changed, Instant now) {
        return sql.sql("""
                update understanding.rereadings set said = :said, read = :read, changed = :changed, held_until = :until
                where id = :id and holder = :holder and state = 'RUNNING' returning not stop_asked
                """)
                .param("id", claim.id())
                .param("holder", holder)
                .param("said", claim.read() + said)
                .param("read", claim.read() + read)
                .param("changed", claim.changed() + changed)
                .param("until", now.plus(HOLD))
                .optional(Boolean.class)
                .orElse(false);
    }

    /** Leaves it to the next process. */
    void letGo(Claim claim, UUID holder) {
        sql.sql("""
                update understanding.rereadings set holder = null, held_until = null where id = :id and holder = :holder
                """).param("id", claim.id()).param("holder", holder).update();
    }

    void end(Claim claim, UUID holder, RereadingRun.State state, @Nullable String why, Instant at) {
        sql.sql("""
                update understanding.rereadings
                set state = :state, why = :why, ended_at = :at, holder = null, held_until = null
                where id = :id and holder = :holder and state = 'RUNNING'
                """)
                .param("id", claim.id())
                .param("holder", holder)
                .param("state", state)
                .param("why", why)
                .param("at", at)
                .update();
    }
}
