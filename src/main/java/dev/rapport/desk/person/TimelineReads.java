package dev.rapport.desk.person;

import dev.rapport.desk.words.Networks;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Reads a person's timeline page by page. Each kind of entry is walked along its own index from the place where the page
 * before ended; the pages are woven here.
 */
@Component
class TimelineReads {

    static final int PAGE = 40;
    static final int ENOUGH = 1000;

    /** The conversations somebody spoke in. */
    private static final String CONVERSATIONS = """
            (
              select distinct m.conversation_id
              from people.who_v w join conversations.messages m on m.profile_id = w.profile_id
              where w.person_id = :person
            )
            """;

    private static final String EVENTS =
            "(select held.*, since as at, case kind when 'CONTRACT' then 3 else 2 end as rank,"
                    + " false as is_end from " + HoldingReads.HELD + " held"
                    + " union all select held.*, until, case kind when 'CONTRACT' then 5 else 4 end, true from "
                    + HoldingReads.HELD + " held where until <= now())";

    private final Sql sql;
    private final SpokenReads spoken;

    TimelineReads(Sql sql, SpokenReads spoken) {
        this.sql = sql;
        this.spoken = spoken;
    }

    /** The page after {@code after}; {@code holdings} are what the person has, to say what opinions are about. */
    TimelinePart part(long person, Show show, Point after, List<Holding> holdings, SignedIn user) {
        List<Moment> found = new ArrayList<>();
        if (show.has(Show.SAID)) {
            found.addAll(spoken.before(person, after, PAGE + 1, holdings, user));
        }
        if (show.has(Show.BOUGHT)) {
            found.addAll(held(person, after));
        }
        if (show.has(Show.CASES)) {
            found.addAll(worked(person, after));
        }
        if (show.has(Show.LINKS)) {
            found.addAll(linked(person, after));
        }
        found.sort(Comparator.comparing(Moment::point).reversed());
        boolean isMore = found.size() > PAGE;
        List<Moment> page = isMore ? found.subList(0, PAGE) : found;
        return new TimelinePart(
                person,
                show,
                TimelinePart.months(page, after, user.zone()),
                isMore ? page.getLast().point() : null,
                after.equals(Point.NOW));
    }

    /** How much there is of each kind, in the order of the tabs without the first; none is counted beyond 1,000. */
    List<Integer> counts(long person) {
        return sql.sql("""
                        select
                          (select count(*) from (
                            select from people.who_v w join conversations.messages m on m.profile_id = w.profile_id
                            where w.person_id = :person and m.side <> 'US' limit :enough) n) as said,
                          (select count(*) from (select from %s e limit :enough) n) as bought,
                          (select count(*) from (
                            select from %s c join cases.case_conversations k on k.conversation_id = c.conversation_id
                            group by k.case_id limit :enough) n) as cases,
                          (select count(*) from (
                            select from people.links l join people.link_events e on e.link_id = l.id
                            where l.person_id in (select people.rows_of(:person)) and e.state <> 'PROPOSED' limit :enough) n) as links
                        """.formatted(EVENTS, CONVERSATIONS))
                .param("person", person)
                .param("enough", ENOUGH)
                .single((row, number) ->
                        List.of(row.getInt("said"), row.getInt("bought"), row.getInt("cases"), row.getInt("links")));
    }

    private List<Moment> held(long person, Point after) {
        return page(
                """
                select e.* from %s e
                where (e.at, e.rank, e.id) < (cast(:at as timestamptz), cast(:rank as int), cast(:id as bigint))
                order by e.at desc, e.rank desc, e.id desc limit :limit
                """.formatted(EVENTS),
                person,
                after,
                (row, number) -> new Moment.Held(moment(row), row.getBoolean("is_end"), HoldingReads.holding(row)));
    }

    private List<Moment> worked(long person, Point after) {
        return page(
                """
                with theirs as (
                  select distinct k.case_id from %s c
                  join cases.case_conversations k on k.conversation_id = c.conversation_id
                )
                select e.*, k.title, k.state, u.name as by_name
                from (
                  select k.id, k.id as case_id, k.opened_at as at, 6 as rank, k.opened_by as by_user, null as reason
                  from theirs t join cases.cases k on k.id = t.case_id
                  union all
                  select r.id, r.case_id, r.resolved_at, 7, r.resolved_by, r.reason
                  from theirs t join cases.resolutions r on r.case_id = t.case_id
                ) e
                join cases.cases k on k.id = e.case_id
                left join access.users u on u.id = e.by_user
                where (e.at, e.rank, e.id) < (cast(:at as timestamptz), cast(:rank as int), cast(:id as bigint))
                order by e.at desc, e.rank desc, e.id desc limit :limit
                """.formatted(CONVERSATIONS),
                person,
                after,
                (row, number) -> new Moment.Worked(
                        row.getLong("id"),
                        moment(row),
                        row.getInt("rank") == 7,
                        row.getLong("case_id"),
                        row.getString("title"),
                        row.getString("state"),
                        row.getString("by_name"),
                        row.getString("reason")));
    }

    private List<Moment> linked(long person, Point after) {
        return page(
                """
                select e.id, e.at, e.link_id, e.state, e.probability::float8 as probability, e.why, u.name as by_name, p.network,
                  coalesce(p.handle, p.name, '') as profile,
                  e.state = 'CONFIRMED' and l.state = 'CONFIRMED' and e.id = (
                    select max(last.id) from people.link_events last where last.link_id = l.id) as standing
                from people.links l
                join people.link_events e on e.link_id = l.id
                join conversations.profiles p on p.id = l.profile_id
                left join access.users u on u.id = e.by_user
                where l.person_id in (select people.rows_of(:person)) and e.state <> 'PROPOSED'
                  and (e.at, 8, e.id) < (cast(:at as timestamptz), cast(:rank as int), cast(:id as bigint))
                order by e.at desc, e.id desc limit :limit
                """,
                person,
                after,
                (row, number) -> new Moment.Linked(
                        row.getLong("id"),
                        moment(row),
                        row.getLong("link_id"),
                        row.getString("state"),
                        row.getString("profile"),
                        Networks.icon(row.getString("network")),
                        row.getString("by_name"),
                        row.getObject("probability", Double.class),
                        row.getString("why"),
                        row.getBoolean("standing")));
    }

    private List<Moment> page(String text, long person, Point after, RowMapper<Moment> row) {
        return sql.sql(text)
                .param("person", person)
                .param("at", after.timestamp())
                .param("rank", after.rank())
                .param("id", after.id())
                .param("limit", PAGE + 1)
                .list(row);
    }

    private static Instant moment(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }
}
