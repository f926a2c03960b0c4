package dev.rapport.desk;

import dev.rapport.desk.readings.Judged;
import dev.rapport.desk.readings.ReadingLineReads;
import dev.rapport.desk.readings.WhatWasRead;
import dev.rapport.desk.words.OpinionReads;
import dev.rapport.desk.words.Piece;
import dev.rapport.desk.words.Place;
import dev.rapport.desk.words.ReadOpinion;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a thread: its messages page by page, and the notes and deeds between them. */
@Component
public class ThreadReads {

    static final int PAGE = 50;

    private final Sql sql;
    private final OpinionReads opinions;
    private final ReadingLineReads readings;

    ThreadReads(Sql sql, OpinionReads opinions, ReadingLineReads readings) {
        this.sql = sql;
        this.opinions = opinions;
        this.readings = readings;
    }

    /** The latest part of a thread, or the one before a place. */
    ThreadPart part(ThreadHead head, @Nullable Place before, SignedIn user) {
        List<Entry.Said> said = said(head.id(), before);
        boolean isMore = said.size() > PAGE;
        List<Entry.Said> page = isMore ? said.subList(0, PAGE) : said;
        Instant from = isMore ? page.getLast().at() : Instant.EPOCH;
        Instant to = before == null ? Instant.parse("9999-01-01T00:00:00Z") : before.moment();
        List<Entry> entries = new ArrayList<>(page);
        entries.addAll(notes(head.id(), from, to));
        entries.addAll(deeds(head.id(), from, to));
        entries.sort(Comparator.comparing(Entry::at));
        Place older = isMore
                ? Place.of(
                        null, Place.micros(page.getLast().at()), page.getLast().id())
                : null;
        return new ThreadPart(
                head.id(),
                Block.of(withDays(entries, user), head.isPublic()),
                older,
                before == null,
                head.firstName(),
                user.canAnswer());
    }

    private List<Entry.Said> said(long conversation, @Nullable Place before) {
        List<Long> ids = sql.sql("""
                        select id from conversations.messages
                        where conversation_id = :conversation
                          and (said_at, id) < (cast(:before as timestamptz), cast(:id as bigint))
                        order by said_at desc, id desc limit :limit
                        """)
                .param("conversation", conversation)
                .param("before", before == null ? "infinity" : before.moment().toString())
                .param("id", before == null ? Long.MAX_VALUE : before.id())
                .param("limit", PAGE + 1)
                .list(Long.class);
        return ids.isEmpty() ? List.of() : said(ids);
    }

    /** One message as it stands in its thread. */
    public Optional<Entry.Said> message(long id) {
        return said(List.of(id)).stream().findFirst();
    }

    /** The conversation in which a message was said. */
    public Optional<Long> conversationOf(long message) {
        return sql.sql("select conversation_id from conversations.messages where id = :id")
                .param("id", message)
                .optional(Long.class);
    }

    private List<Entry.Said> said(List<Long> ids) {
        Map<Long, List<ReadOpinion>> judged = opinions.of(ids);
        Map<Long, WhatWasRead> read = readings.of(ids);
        Map<Long, List<Entry.Attached>> files = files(ids);
        Map<Long, List<String>> former = former(ids);
        return sql.sql("""
                        select m.id, m.said_at, m.side, m.manner, m.visibility, m.title, m.words, m.uri,
                          coalesce(r.language, m.language) as language, m.deleted_at is not null as deleted,
                          case when m.hidden_at is not null then coalesce(m.hidden_why, '') end as hidden_why,
                          coalesce(u.name, human.name, p.name, p.handle, '') as who,
                          coalesce(u.name, human.name, p.name) is not null as known,
                          o.state, o.not_before, o.why
                        from conversations.messages m
                        left join conversations.profiles p on p.id = m.profile_id
                        left join lateral (select person_id from people.who_v where profile_id = p.id limit 1) linked on true
                        left join people.persons human on human.id = linked.person_id
                        left join access.users u on u.id = m.user_id
                        left join channels.outbox o on o.key = m.reply_key
                        left join understanding.readings r on r.message_id = m.id and r.revision = m.revision
                        where m.id in (:ids)
                        order by m.said_at desc, m.id desc
                        """).param("ids", ids).list((row, number) -> {
            long id = row.getLong("id");
            return said(
                    row,
                    id,
                    judged.getOrDefault(id, List.of()),
                    read.get(id),
                    files.getOrDefault(id, List.of()),
                    former.getOrDefault(id, List.of()));
        });
    }

    private static Entry.Said said(
            ResultSet row,
            long id,
            List<ReadOpinion> judged,
            @Nullable WhatWasRead read,
            List<Entry.Attached> files,
            List<String> former)
            throws SQLException {
        String words = row.getString("words");
        String state = row.getString("state");
        boolean isDeleted = row.getBoolean("deleted");
        return new Entry.Said(
                id,
                moment(row, "said_at"),
                row.getString("who"),
                row.getBoolean("known"),
                row.getString("side").equals("US"),
                row.getString("visibility").equals("PUBLIC"),
                row.getString("manner"),
                row.getString("title"),
                isDeleted ? List.of() : Piece.cut(words, ReadOpinion.quotes(judged), ReadOpinion.told(judged)),
                read == null ? null : read.with(Judged.of(judged, isDeleted ? "" : words)),
                row.getString("language"),
                row.getString("uri"),
                isDeleted,
                row.getString("hidden_why"),
                isDeleted ? List.of() : former,
                files,
                state == null
                        ? null
                        : new Delivery(Delivery.State.valueOf(state), moment(row, "not_before"), row.getString("why")));
    }

    private Map<Long, List<Entry.Attached>> files(Collection<Long> messages) {
        Map<Long, List<Entry.Attached>> found = new HashMap<>();
        sql.sql("""
                        select id, message_id, coalesce(name, type, '') as name, size, content is not null as here, note
                        from conversations.files where message_id in (:messages) order by message_id, position
                        """)
                .param("messages", messages)
                .list((row, number) -> found.computeIfAbsent(row.getLong("message_id"), id -> new ArrayList<>(2))
                        .add(new Entry.Attached(
                                row.getLong("id"),
                                row.getString("name"),
                                row.getObject("size", Long.class),
                                row.getBoolean("here"),
                                row.getString("note"))));
        return found;
    }

    private Map<Long, List<String>> former(Collection<Long> messages) {
        Map<Long, List<String>> found = new HashMap<>();
        sql.sql("""
                        select message_id, words from conversations.revisions
                        where message_id in (:messages) order by message_id, revision desc
                        """)
                .param("messages", messages)
                .list((row, number) -> found.computeIfAbsent(row.getLong("message_id"), id -> new ArrayList<>(1))
                        .add(row.getString("words")));
        return found;
    }

    private List<Entry> notes(long conversation, Instant from, Instant to) {
        return sql.sql("""
                        select n.id, n.written_at, n.words, coalesce(u.name, '') as author
                        from cases.notes n left join access.users u on u.id = n.author_id
                        where n.conversation_id = :conversation and n.written_at >= :from and n.written_at < :to
                        order by n.written_at, n.id
                        """)
                .param("conversation", conversation)
                .param("from", from)
                .param("to", to)
                .list((row, number) -> new Entry.Noted(
                        row.getLong("id"),
                        moment(row, "written_at"),
                        row.getString("author"),
                        Mentioned.cut(row.getString("words"))));
    }

    private List<Entry> deeds(long conversation, Instant from, Instant to) {
        return sql
                .sql("""
                        with mine as (select case_id from cases.case_conversations where conversation_id = :conversation)
                        select k.opened_at as at, 'OPENED' as kind, u.name as by_name, null as subject, k.opened_why as fact,
                          k.id as case_id
                        from cases.cases k left join access.users u on u.id = k.opened_by
                        where k.id in (select case_id from mine)
                        union all
                        select a.at, a.kind, u.name, coalesce(s.name, t.name), a.fact, a.case_id
                        from cases.activity a
                        left join access.users u on u.id = a.by_user
                        left join access.users s on a.kind = 'ASSIGNED' and s.id = a.subject_id
                        left join access.teams t on a.kind = 'HANDED_OVER' and t.id = a.subject_id
                        where a.case_id in (select case_id from mine) and a.at >= :from and a.at < :to
                        order by at
                        """)
                .param("conversation", conversation)
                .param("from", from)
                .param("to", to)
                .list((row, number) -> (Entry) new Entry.Done(
                        moment(row, "at"),
                        row.getString("kind"),
                        row.getString("by_name"),
                        row.getString("subject"),
                        row.getString("fact"),
                        row.getLong("case_id")))
                .stream()
                .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(to))
                .toList();
    }

    private static List<Entry> withDays(List<Entry> entries, SignedIn user) {
        List<Entry> days = new ArrayList<>();
        LocalDate day = null;
        for (Entry entry : entries) {
            LocalDate date = entry.at().atZone(user.zone()).toLocalDate();
            if (!date.equals(day)) {
                days.add(new Entry.Day(entry.at(), date));
                day = date;
            }
            days.add(entry);
        }
        return days;
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
