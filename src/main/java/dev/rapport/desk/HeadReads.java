package dev.rapport.desk;

import dev.rapport.desk.words.Due;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what stands over a thread: the conversation and its case. */
@Component
class HeadReads {

    private final Sql sql;
    private final Clock clock;

    HeadReads(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<ThreadHead> head(long conversation, SignedIn user) {
        return sql.sql("""
                        select c.id, coalesce(nullif(c.title, ''), k.title, '') as title, c.profile_id,
                          coalesce(human.name, p.name, p.handle, '') as who,
                          coalesce(human.name, p.name) is not null as known,
                          coalesce(i.name, '') as inbox, coalesce(i.kind, '') as kind, i.address,
                          c.visibility, c.answer, c.last_message_id,
                          k.id as case_id, k.state, coalesce(k.version, 0) as version, k.assignee_id, u.name as assignee,
                          k.team_id, t.name as team, coalesce(k.priority, 0) as priority, coalesce(k.urgency, 0) as urgency,
                          k.opened_why, k.opened_at, k.snoozed_until, case when k.state = 'OPEN' then k.due_at end as due_at
                        from conversations.conversations c
                        left join conversations.profiles p on p.id = c.profile_id
                        left join lateral (select person_id from people.who_v where profile_id = p.id limit 1) linked on true
                        left join people.persons human on human.id = linked.person_id
                        left join channels.inboxes i on i.id = c.inbox_id
                        left join cases.worklist w on w.conversation_id = c.id
                        left join cases.cases k on k.id = w.case_id
                        left join access.users u on u.id = k.assignee_id
                        left join access.teams t on t.id = k.team_id
                        where c.id = :id
                        """).param("id", conversation).optional((row, number) -> head(row, user));
    }

    private ThreadHead head(ResultSet row, SignedIn user) throws SQLException {
        Instant due = moment(row, "due_at");
        return new ThreadHead(
                row.getLong("id"),
                row.getString("title"),
                row.getObject("profile_id", Long.class),
                row.getString("who"),
                row.getBoolean("known"),
                row.getString("inbox"),
                row.getString("kind"),
                row.getString("address"),
                row.getString("visibility").equals("PUBLIC"),
                row.getString("answer"),
                row.getLong("last_message_id"),
                row.getObject("case_id", Long.class),
                row.getString("state"),
                row.getInt("version"),
                row.getObject("assignee_id", Long.class),
                row.getString("assignee"),
                row.getObject("team_id", Long.class),
                row.getString("team"),
                row.getInt("priority"),
                row.getInt("urgency"),
                row.getString("opened_why"),
                moment(row, "opened_at"),
                moment(row, "snoozed_until"),
                due == null ? null : Due.of(due, clock.instant(), user.zone(), user.language()));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
