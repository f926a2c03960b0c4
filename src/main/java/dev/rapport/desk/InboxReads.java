package dev.rapport.desk;

import dev.rapport.desk.words.Due;
import dev.rapport.desk.words.Networks;
import dev.rapport.desk.words.OpinionReads;
import dev.rapport.desk.words.Piece;
import dev.rapport.desk.words.Place;
import dev.rapport.desk.words.ReadOpinion;
import dev.rapport.desk.words.Snippet;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.Sql;
import dev.rapport.shared.TeamId;
import dev.rapport.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the list of the inbox, page by page along its indexes, and counts its views. */
@Component
class InboxReads {

    static final int PAGE = 40;

    private static final String WORKLIST = """
            select w.conversation_id, w.state, w.assignee_id, w.due_at, w.due_order, w.newness
            from cases.worklist w
            where %s and w.state = :state
              and (w.due_order, w.newness, w.conversation_id)
                > (cast(:dueOrder as timestamptz), cast(:newness as bigint), cast(:after as bigint))
            order by w.due_order, w.newness, w.conversation_id limit :limit
            """;

    private static final String EVERYTHING = """
            select c.id as conversation_id, w.state, w.assignee_id, w.due_at, null::timestamptz as due_order,
              -(extract(epoch from c.last_said_at) * 1000000)::bigint as newness
            from (
              select id, last_said_at from conversations.conversations
              where (last_said_at, id) < (cast(:before as timestamptz), cast(:after as bigint))
              order by last_said_at desc, id desc limit :limit
            ) c
            left join cases.worklist w on w.conversation_id = c.id
            """;

    private static final String ROWS = """
            with page as (%s)
            select p.conversation_id, p.state, p.assignee_id, p.due_at, p.newness,
              c.visibility, c.last_said_at, c.title,
              c.answer = 'NEEDS_ANSWER' and c.last_message_id > coalesce(s.message_id, 0) as unread,
              coalesce(human.name, pr.name, pr.handle) as who,
              coalesce(human.name, pr.name) is not null as known, pr.network, i.name as inbox, u.name as assignee,
              m.id as message_id, m.words, m.title as message_title, m.language, m.said_at,
              m.deleted_at is not null as gone
            from page p
            join conversations.conversations c on c.id = p.conversation_id
            left join lateral (
              select id, words, title, language, said_at, deleted_at, profile_id from conversations.messages
              where conversation_id = c.id and side = 'CUSTOMER' order by said_at desc, id desc limit 1
            ) m on true
            left join conversations.profiles pr on pr.id = coalesce(m.profile_id, c.profile_id)
            left join lateral (select person_id from people.who_v where profile_id = pr.id limit 1) linked on true
            left join people.persons human on human.id = linked.person_id
            left join channels.inboxes i on i.id = c.inbox_id
            left join access.users u on u.id = p.assignee_id
            left join cases.last_seen s on s.user_id = :me and s.conversation_id = c.id
            order by p.due_order nulls first, p.newness, p.conversation_id %s
            """;

    private record Line(long messageId, @Nullable String words, InboxRow row) {}

    private final Sql sql;
    private final OpinionReads opinions;
    private final Clock clock;

    InboxReads(Sql sql, OpinionReads opinions, Clock clock) {
        this.sql = sql;
        this.opinions = opinions;
        this.clock = clock;
    }

    /**
     * A page of the list: next deadline first, then newest; of all conversations, newest first.
     *
     * @param after where the page before ended; empty for the beginning
     */
    InboxList list(Selection selection, @Nullable Place after, long chosen, SignedIn user) {
        List<Line> lines = (selection.isOfAll() ? everything(after) : worklist(selection, after, user.id()))
                .param("me", user.id())
                .param("limit", PAGE + 1)
                .list((row, number) -> line(row, user, selection.isOfAll()));
        boolean isMore = lines.size() > PAGE;
        List<InboxRow> rows = worded(isMore ? lines.subList(0, PAGE) : lines);
        return new InboxList(selection, rows, isMore ? rows.getLast().place() : null, chosen, after == null);
    }

    /** How many open cases wait in each of the user's views. */
    Counts counts(UserId user) {
        List<Counts.ViewCount> views = new ArrayList<>();
        views.add(count(new View(View.Kind.MINE, null), user));
        views.add(count(new View(View.Kind.UNASSIGNED, null), user));
        views.addAll(sql.sql("""
                        select t.id, t.name, (select count(*) from (
                            select from cases.worklist w where w.team_id = t.id and w.state = 'OPEN' limit :enough) n) as n
                        from access.teams t join access.team_members m on m.team_id = t.id
                        where m.user_id = :me order by lower(t.name)
                        """)
                .param("me", user)
                .param("enough", Counts.ENOUGH)
                .list((row, number) -> new Counts.ViewCount(
                        View.ofTeam(TeamId.of(row.getLong("id"))), row.getString("name"), row.getInt("n"))));
        views.add(count(new View(View.Kind.MENTIONED, null), user));
        views.add(count(View.EVERYONE, user));
        return new Counts(views);
    }

    private Counts.ViewCount count(View view, UserId user) {
        String inView = "select from cases.worklist w where " + filter(view) + " and w.state = 'OPEN' limit :enough";
        return new Counts.ViewCount(
                view,
                "",
                sql.sql("select count(*) from (" + inView + ") n")
                        .param("me", user)
                        .param("enough", Counts.ENOUGH)
                        .single(Integer.class));
    }

    /** Whether there is anything at all; an inbox that never heard anything says what to do. */
    boolean isEmpty() {
        return !sql.sql("select exists (select from conversations.conversations)")
                .single(Boolean.class);
    }

    private Sql.Statement worklist(Selection selection, @Nullable Place after, UserId user) {
        String page = WORKLIST.formatted(filter(selection.view()));
        Sql.Statement statement = sql.sql(ROWS.formatted(page, ""))
                .param("state", selection.shown())
                .param("dueOrder", after == null ? "-infinity" : after.dueOrder())
                .param("newness", after == null ? 0 : after.newness())
                .param("after", after == null ? 0 : after.id());
        return selection.view().team() == null
                ? statement
                : statement.param("team", selection.view().team());
    }

    private Sql.Statement everything(@Nullable Place after) {
        return sql.sql(ROWS.formatted(EVERYTHING, "desc"))
                .param("before", after == null ? "infinity" : after.moment().toString())
                .param("after", after == null ? Long.MAX_VALUE : after.id());
    }

    private static String filter(View view) {
        return switch (view.kind()) {
            case MINE -> "w.assignee_id = :me";
            case UNASSIGNED -> "w.assignee_id is null";
            case TEAM -> "w.team_id = :team";
            case MENTIONED -> "w.case_id in (select case_id from cases.mentions where user_id = :me)";
            case EVERYONE -> "true";
        };
    }

    private Line line(ResultSet row, SignedIn user, boolean isOfAll) throws SQLException {
        long id = row.getLong("conversation_id");
        Instant lastSaidAt = moment(row, "last_said_at");
        Instant saidAt = row.getObject("said_at") == null ? lastSaidAt : moment(row, "said_at");
        Instant due =
                "OPEN".equals(row.getString("state")) && row.getObject("due_at") != null ? moment(row, "due_at") : null;
        String who = row.getString("who");
        long assignee = row.getLong("assignee_id");
        return new Line(
                row.getLong("message_id"),
                row.getBoolean("gone")
                        ? ""
                        : first(row.getString("words"), row.getString("message_title"), row.getString("title")),
                new InboxRow(
                        id,
                        who == null ? "" : who,
                        row.getBoolean("known"),
                        Networks.icon(row.getString("network")),
                        saidAt,
                        List.of(),
                        row.getString("language"),
                        row.getString("inbox") == null ? "" : row.getString("inbox"),
                        row.getString("visibility").equals("PUBLIC"),
                        row.getString("state"),
                        due == null ? null : Due.of(due, clock.instant(), user.zone(), user.language()),
                        row.getString("assignee"),
                        assignee == user.id().value(),
                        row.getBoolean("unread"),
                        isOfAll
                                ? new Place(Long.MAX_VALUE, Place.micros(lastSaidAt), id)
                                : Place.of(due, row.getLong("newness"), id)));
    }

    private List<InboxRow> worded(List<Line> lines) {
        Map<Long, List<ReadOpinion>> read =
                opinions.of(lines.stream().map(Line::messageId).toList());
        return lines.stream()
                .map(line -> worded(
                        line.row(),
                        Snippet.of(
                                line.words() == null ? "" : line.words(),
                                read.getOrDefault(line.messageId(), List.of()))))
                .toList();
    }

    private static InboxRow worded(InboxRow row, List<Piece> words) {
        return new InboxRow(
                row.id(),
                row.who(),
                row.isKnown(),
                row.mark(),
                row.saidAt(),
                words,
                row.language(),
                row.where(),
                row.isPublic(),
                row.state(),
                row.due(),
                row.assignee(),
                row.isMine(),
                row.isUnread(),
                row.place());
    }

    private static @Nullable String first(@Nullable String... words) {
        for (String each : words) {
            if (each != null && !each.isBlank()) {
                return each;
            }
        }
        return null;
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
