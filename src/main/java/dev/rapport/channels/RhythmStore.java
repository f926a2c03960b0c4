package dev.rapport.channels;

import dev.rapport.channels.spi.Limits;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import java.time.Instant;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** When an inbox was heard from, when it could not be, and how often its place lets itself be called. */
@Component
class RhythmStore {

    private final Sql sql;

    RhythmStore(Sql sql) {
        this.sql = sql;
    }

    /** The inbox hears again: the time in which it did not becomes a row. */
    void endSilence(InboxId inbox) {
        sql.sql("""
                with deaf as (
                  select id, deaf_since, state_why from channels.inboxes
                  where id = :id and deaf_since is not null for update),
                heard as (update channels.inboxes i set deaf_since = null from deaf where i.id = deaf.id)
                insert into channels.silences (inbox_id, began_at, ended_at, why)
                select id, deaf_since, now(), state_why from deaf
                """).param("id", inbox).update();
    }

    /** Counts what was heard now, and what of it was said in times of silence. */
    void count(InboxId inbox, int heard, Collection<Instant> saidAt) {
        if (heard == 0) {
            return;
        }
        sql.sql("""
                insert into channels.hours (inbox_id, hour, heard) values (:id, date_trunc('hour', now()), :heard)
                on conflict (inbox_id, hour) do update set heard = hours.heard + excluded.heard
                """).param("id", inbox).param("heard", heard).update();
        sql.sql("""
                update channels.silences s
                set caught_up = s.caught_up + least(:heard, (
                  select count(*) from unnest(cast(:said as timestamptz[])) said
                  where said between s.began_at and s.ended_at))
                where s.inbox_id = :id and s.ended_at > now() - interval '1 day'
                """)
                .param("id", inbox)
                .param("heard", heard)
                .param("said", saidAt.stream().map(Instant::toString).toArray(String[]::new))
                .update();
    }

    void limits(InboxId inbox, Limits limits) {
        sql.sql("""
                update channels.inboxes
                set limit_left = :left, limit_most = :most, limit_resets_at = :resets where id = :id
                """)
                .param("id", inbox)
                .param("left", limits.left())
                .param("most", limits.most())
                .param("resets", limits.resetsAt())
                .update();
    }

    /** Forgets what no screen looks at any more. */
    void tidy() {
        sql.sql("delete from channels.hours where hour < now() - interval '60 days'")
                .update();
        sql.sql("delete from channels.silences where ended_at < now() - interval '180 days'")
                .update();
    }
}
