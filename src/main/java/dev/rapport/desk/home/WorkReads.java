package dev.rapport.desk.home;

import dev.rapport.desk.words.Due;
import dev.rapport.desk.words.Networks;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the work of one user: cases along the indexes of the worklist, and notes that call them. */
@Component
class WorkReads {

    private static final String UNREAD = """
            from cases.mentions m
            join cases.notes n on n.id = m.note_id
            left join cases.last_seen s on s.user_id = m.user_id and s.conversation_id = n.conversation_id
            where m.user_id = :me and n.author_id is distinct from m.user_id
              and (s.seen_at is null or s.seen_at < m.mentioned_at)
            """;

    private final Sql sql;
    private final Clock clock;

    WorkReads(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    List<HomePage.Work> mine(SignedIn user) {
        return work("w.assignee_id = :me", user);
    }

    List<HomePage.Work> unassigned(SignedIn user) {
        return work(
                "w.assignee_id is null and (w.team_id is null or w.team_id in"
                        + " (select team_id from access.team_members where user_id = :me))",
                user);
    }

    private List<HomePage.Work> work(String whose, SignedIn user) {
        return sql.sql("""
                        select w.conversation_id, w.case_id, w.due_at, k.title, c.visibility, p.network,
                          coalesce(human.name, p.name, p.handle, '') as who, coalesce(i.name, '') as inbox
                        from (
                          select w.conversation_id, w.case_id, w.due_at, w.due_order, w.newness from cases.worklist w
                          where %s and w.state = 'OPEN'
                          order by w.due_order, w.newness, w.conversation_id limit :shown
                        ) w
                        join cases.cases k on k.id = w.case_id
                        join conversations.conversations c on c.id = w.conversation_id
                        left join conversations.profiles p on p.id = c.profile_id
                        left join lateral (select person_id from people.who_v where profile_id = p.id limit 1) linked on true
                        left join people.persons human on human.id = linked.person_id
                        left join channels.inboxes i on i.id = c.inbox_id
                        order by w.due_order, w.newness, w.conversation_id
                        """.formatted(whose))
                .param("me", user.id())
                .param("shown", HomePage.SHOWN)
                .list((row, number) -> work(row, user));
    }

    private HomePage.Work work(ResultSet row, SignedIn user) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return new HomePage.Work(
                row.getLong("conversation_id"),
                row.getLong("case_id"),
                row.getString("title"),
                row.getString("who"),
                Networks.icon(row.getString("network")),
                row.getString("inbox"),
                row.getString("visibility").equals("PUBLIC"),
                due == null ? null : Due.of(due.toInstant(), clock.instant(), user.zone(), user.language()));
    }

    /** Notes that call the user in threads they have not looked at since. */
    List<HomePage.Mention> mentions(UserId user) {
        return sql.sql("""
                        select u.*, a.name as author
                        from (
                          select n.id, n.conversation_id, n.author_id, left(n.words, 200) as words, m.mentioned_at
                          %s order by m.mentioned_at desc, n.id desc limit :shown
                        ) u
                        left join access.users a on a.id = u.author_id
                        order by u.mentioned_at desc, u.id desc
                        """.formatted(UNREAD))
                .param("me", user)
                .param("shown", HomePage.SHOWN)
                .list((row, number) -> new HomePage.Mention(
                        row.getLong("id"),
                        row.getLong("conversation_id"),
                        row.getString("author"),
                        row.getString("words"),
                        row.getObject("mentioned_at", OffsetDateTime.class).toInstant()));
    }

    /** How many there are, counted no further than 100. */
    int unread(UserId user) {
        return sql.sql("select count(*) from (select " + UNREAD + " limit 100) n")
                .param("me", user)
                .single(Integer.class);
    }
}
