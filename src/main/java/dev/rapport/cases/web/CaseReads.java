package dev.rapport.cases.web;

import dev.rapport.conversations.ConversationId;
import dev.rapport.people.Ground;
import dev.rapport.people.Grounds;
import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a whole case for its page. */
@Component
class CaseReads {

    private static final int MESSAGES = 50;

    private final Sql sql;
    private final Grounds grounds;

    CaseReads(Sql sql, Grounds grounds) {
        this.sql = sql;
        this.grounds = grounds;
    }

    Optional<CasePage> page(long id) {
        return sql.sql("""
                        select k.id, k.title, k.state, u.name as assignee, t.name as team, k.priority, k.urgency,
                          k.opened_at, o.name as opened_by, k.opened_why,
                          case when k.state = 'OPEN' then k.due_at end as due_at, k.snoozed_until, k.version
                        from cases.cases k
                        left join access.users u on u.id = k.assignee_id
                        left join access.users o on o.id = k.opened_by
                        left join access.teams t on t.id = k.team_id
                        where k.id = :id
                        """).param("id", id).optional((row, number) -> page(row));
    }

    private CasePage page(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        List<CasePage.Gathered> conversations = conversations(id);
        return new CasePage(
                id,
                row.getString("title"),
                row.getString("state"),
                row.getString("assignee"),
                row.getString("team"),
                row.getInt("priority"),
                row.getInt("urgency"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("opened_by"),
                row.getString("opened_why"),
                moment(row, "due_at"),
                moment(row, "snoozed_until"),
                row.getInt("version"),
                conversations,
                grounds(conversations),
                notes(id),
                deeds(id));
    }

    private List<CasePage.Gathered> conversations(long id) {
        return sql.sql("""
                        select c.id, coalesce(p.name, p.handle) as who, i.name as inbox, c.visibility = 'PUBLIC' as is_public,
                          c.message_count as messages, c.last_said_at, left(m.words, 400) as words
                        from cases.worklist w
                        join conversations.conversations c on c.id = w.conversation_id
                        left join conversations.profiles p on p.id = c.profile_id
                        left join channels.inboxes i on i.id = c.inbox_id
                        left join conversations.messages m on m.id = c.last_message_id and m.deleted_at is null
                        where w.case_id = :id order by c.last_said_at desc, c.id limit 100
                        """).param("id", id).list(CasePage.Gathered.class);
    }

    private List<Ground> grounds(List<CasePage.Gathered> conversations) {
        List<ConversationId> ids = conversations.stream()
                .map(CasePage.Gathered::id)
                .map(ConversationId::of)
                .toList();
        return grounds.ofConversations(ids, MESSAGES);
    }

    private List<CasePage.Note> notes(long id) {
        return sql.sql("""
                        select n.id, u.name as author, n.words, n.written_at
                        from cases.notes n left join access.users u on u.id = n.author_id
                        where n.case_id = :id order by n.written_at, n.id limit 500
                        """).param("id", id).list(CasePage.Note.class);
    }

    private List<CasePage.Deed> deeds(long id) {
        return sql.sql("""
                        select a.at, a.kind, u.name as by_name, coalesce(s.name, t.name) as subject, a.fact
                        from cases.activity a
                        left join access.users u on u.id = a.by_user
                        left join access.users s on a.kind = 'ASSIGNED' and s.id = a.subject_id
                        left join access.teams t on a.kind = 'HANDED_OVER' and t.id = a.subject_id
                        where a.case_id = :id order by a.at, a.id limit 500
                        """).param("id", id).list(CasePage.Deed.class);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
