package dev.rapport.desk.person;

import dev.rapport.desk.words.Due;
import dev.rapport.desk.words.Networks;
import dev.rapport.desk.words.OpinionReads;
import dev.rapport.desk.words.Piece;
import dev.rapport.desk.words.ReadOpinion;
import dev.rapport.desk.words.Snippet;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a person said with all their profiles, along the index of each. */
@Component
class SpokenReads {

    private static final int ROOM = 320;

    private final Sql sql;
    private final OpinionReads opinions;
    private final Clock clock;

    SpokenReads(Sql sql, OpinionReads opinions, Clock clock) {
        this.sql = sql;
        this.opinions = opinions;
        this.clock = clock;
    }

    List<Moment.Said> before(long person, Point after, int limit, List<Holding> holdings, SignedIn user) {
        List<Long> ids = sql.sql("""
                        select m.id
                        from people.who_v w
                        cross join lateral (
                          select id, said_at from conversations.messages
                          where profile_id = w.profile_id and side <> 'US' and said_at <= cast(:at as timestamptz)
                            and (said_at, 1, id) < (cast(:at as timestamptz), cast(:rank as int), cast(:id as bigint))
                          order by said_at desc, id desc limit :limit
                        ) m
                        where w.person_id = :person
                        order by m.said_at desc, m.id desc limit :limit
                        """)
                .param("person", person)
                .param("at", after.timestamp())
                .param("rank", after.rank())
                .param("id", after.id())
                .param("limit", limit)
                .list(Long.class);
        return ids.isEmpty() ? List.of() : whole(ids, holdings, user);
    }

    private List<Moment.Said> whole(List<Long> ids, List<Holding> holdings, SignedIn user) {
        Map<Long, List<ReadOpinion>> read = opinions.of(ids);
        return sql.sql("""
                        select m.id, m.conversation_id, m.said_at, m.visibility, m.words, m.title,
                          coalesce(r.language, m.language) as language, m.deleted_at is not null as gone,
                          p.network, p.handle, coalesce(i.name, '') as inbox,
                          case when w.state = 'OPEN' and c.last_message_id = m.id then w.due_at end as due_at,
                          (select a.said_at from conversations.messages a
                           where a.conversation_id = m.conversation_id and a.said_at > m.said_at and a.side = 'US'
                           order by a.said_at limit 1) as answered_at
                        from conversations.messages m
                        join conversations.conversations c on c.id = m.conversation_id
                        join conversations.profiles p on p.id = m.profile_id
                        left join understanding.readings r on r.message_id = m.id and r.revision = m.revision
                        left join channels.inboxes i on i.id = m.inbox_id
                        left join cases.worklist w on w.conversation_id = m.conversation_id
                        where m.id in (:ids)
                        """)
                .param("ids", ids)
                .list((row, number) -> said(row, read.getOrDefault(row.getLong("id"), List.of()), holdings, user));
    }

    private Moment.Said said(ResultSet row, List<ReadOpinion> read, List<Holding> holdings, SignedIn user)
            throws SQLException {
        Instant at = row.getObject("said_at", OffsetDateTime.class).toInstant();
        Instant due = moment(row, "due_at");
        return new Moment.Said(
                row.getLong("id"),
                at,
                row.getLong("conversation_id"),
                Networks.icon(row.getString("network")),
                row.getString("handle"),
                row.getString("inbox"),
                row.getString("visibility").equals("PUBLIC"),
                row.getString("language"),
                row.getBoolean("gone") ? List.of() : words(row, read),
                read.stream().map(each -> judged(each, at, holdings)).toList(),
                moment(row, "answered_at"),
                due == null ? null : Due.of(due, clock.instant(), user.zone(), user.language()));
    }

    private static List<Piece> words(ResultSet row, List<ReadOpinion> read) throws SQLException {
        String words = row.getString("words");
        String title = row.getString("title");
        return words.isBlank() && title != null ? Snippet.of(title, List.of(), ROOM) : Snippet.of(words, read, ROOM);
    }

    private static Moment.Judged judged(ReadOpinion opinion, Instant at, List<Holding> holdings) {
        return new Moment.Judged(
                opinion, Possession.of(opinion.meant(), at, holdings).orElse(null));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
