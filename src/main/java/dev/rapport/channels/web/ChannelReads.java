package dev.rapport.channels.web;

import dev.rapport.channels.InboxState;
import dev.rapport.channels.ReplyState;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the screens of channels show. */
@Component
class ChannelReads {

    private final Sql sql;
    private final Clock clock;

    ChannelReads(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    List<ChannelRow> inboxes() {
        return sql.sql("""
                select i.id, i.name, i.kind, i.address, i.state, i.last_heard_at,
                  (select count(*) from channels.outbox o
                   where o.inbox_id = i.id and o.state in ('QUEUED', 'SENDING')) as waiting,
                  (select count(*) from channels.outbox o where o.inbox_id = i.id and o.state = 'UNSURE') as unsure,
                  (select count(*) from channels.unreadable u
                   where u.inbox_id = i.id and u.solved_at is null) as unreadable
                from channels.inboxes i
                order by i.state in ('OK', 'PAUSED'), lower(i.name), i.id
                """)
                .list((row, n) -> new ChannelRow(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("address"),
                        InboxState.valueOf(row.getString("state")),
                        instant(row.getObject("last_heard_at", OffsetDateTime.class)),
                        row.getInt("waiting"),
                        row.getInt("unsure"),
                        row.getInt("unreadable")));
    }

    /** Replies of an inbox: first those that somebody has to decide about, then those that wait, then the latest. */
    List<ReplyRow> replies(InboxId inbox) {
        return sql.sql("""
                select key, array_to_string(recipients, ', ') as recipients, left(words, 160) as beginning, state,
                  ask_person, why, changed_at
                from channels.outbox where inbox_id = :inbox
                order by case when state = 'UNSURE' then 0 when state in ('QUEUED', 'SENDING') then 1
                              when state = 'REFUSED' then 2 else 3 end, queued_at desc, key
                limit 50
                """)
                .param("inbox", inbox)
                .list((row, n) -> new ReplyRow(
                        row.getObject("key", UUID.class),
                        row.getString("recipients"),
                        row.getString("beginning"),
                        ReplyState.valueOf(row.getString("state")),
                        row.getBoolean("ask_person"),
                        row.getString("why"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()));
    }

    /** How an inbox usually sounds, and how often its place may be called. */
    Rhythm rhythm(InboxId inbox) {
        return sql.sql("""
                with hours as (
                  select hour, heard, hour - lag(hour) over (order by hour) as gap from channels.hours
                  where inbox_id = :inbox and hour > now() - interval '14 days')
                select i.last_heard_at, i.limit_left, i.limit_most, i.limit_resets_at,
                  (select coalesce(sum(heard), 0) from hours) as heard,
                  (select extract(epoch from max(gap))::bigint from hours) as longest
                from channels.inboxes i where i.id = :inbox
                """)
                .param("inbox", inbox)
                .single((row, n) -> Rhythm.of(
                        row.getLong("heard"),
                        row.getObject("longest", Long.class) == null
                                ? null
                                : Duration.ofSeconds(row.getLong("longest")),
                        instant(row.getObject("last_heard_at", OffsetDateTime.class)),
                        clock.instant(),
                        row.getObject("limit_left", Integer.class),
                        row.getObject("limit_most", Integer.class),
                        instant(row.getObject("limit_resets_at", OffsetDateTime.class))));
    }

    /** The latest times in which nothing could be heard. */
    List<Silence> silences(InboxId inbox) {
        return sql.sql("""
                select began_at, ended_at, why, caught_up from channels.silences
                where inbox_id = :inbox order by ended_at desc, id desc limit 20
                """)
                .param("inbox", inbox)
                .list((row, n) -> new Silence(
                        row.getObject("began_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                        row.getString("why"),
                        row.getInt("caught_up")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
