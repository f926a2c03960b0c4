package dev.rapport.people.web;

import dev.rapport.people.EvidenceRows;
import dev.rapport.people.LinkState;
import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The questions that wait for an answer, one a profile: first those that are worth most and least sure. Links drawn by lot to
 * be checked stand among them.
 */
@Component
class LinkReads {

    static final int ENOUGH = 1_000;
    private static final int ROWS = 50;

    /** What an answer is worth: an open need, how far the voice reaches, how much it says; and how unsure we are. */
    private static final String QUEUE = """
            with waiting as (
              (select distinct on (q.profile_id) q.id, q.profile_id, q.person_id, q.probability, false as is_check
               from people.questions_v q
               where not exists (select from people.postponed x where x.link_id = q.id and x.until > :now
                                 and (x.user_id = :user or x.answer = 'CANNOT_TELL'))
               order by q.profile_id, q.probability desc nulls last, q.id limit 5000)
              union all
              (select l.id, l.profile_id, l.person_id, a.probability, true
               from people.audits a join people.links l on l.id = a.link_id
               where a.is_right is null and l.state = 'CONFIRMED' and l.decided_by is null
                 and not exists (select from people.postponed x where x.link_id = l.id and x.until > :now
                                 and (x.user_id = :user or x.answer = 'CANNOT_TELL'))
               limit 500)),
            ranked as (
              select w.*, said.messages,
                (1 + 2 * said.needs + ln(1 + coalesce(p.followers, 0)) / 3 + least(said.messages, 20) / 10.0)
                  * case when w.is_check then 0.5
                         else greatest(0.05, 1 - abs(2 * coalesce(w.probability, 0.5) - 1)) end as worth
              from waiting w
              join conversations.profiles p on p.id = w.profile_id
              cross join lateral (
                select count(*)::int as messages,
                  coalesce(max(case when c.answer = 'NEEDS_ANSWER' then 1 else 0 end), 0) as needs
                from (select conversation_id from conversations.messages where profile_id = w.profile_id
                      order by said_at desc limit 100) m
                join conversations.conversations c on c.id = m.conversation_id) said)
            """;

    private final Sql sql;
    private final CardReads cards;
    private final Clock clock;

    LinkReads(Sql sql, CardReads cards, Clock clock) {
        this.sql = sql;
        this.cards = cards;
        this.clock = clock;
    }

    /** How many profiles are asked about, counted no further than {@link #ENOUGH}. */
    int waiting() {
        return sql.sql("""
                        select count(*) from (
                          (select distinct profile_id from people.questions_v limit :most)
                          union all
                          (select a.link_id from people.audits a join people.links l on l.id = a.link_id
                           where a.is_right is null and l.state = 'CONFIRMED' and l.decided_by is null limit :most)) w
                        """).param("most", ENOUGH).single(Integer.class);
    }

    /** The question to answer first, besides one. */
    Optional<Long> first(UserId reader, long besides) {
        return sql.sql(QUEUE + "select id from ranked where id <> :besides order by worth desc, id limit 1")
                .param("besides", besides)
                .param("user", reader)
                .param("now", clock.instant())
                .optional(Long.class);
    }

    /** The head of the queue. */
    List<LinkRow> rows(UserId reader) {
        return sql.sql(QUEUE + """
                        select q.id, p.network, coalesce(p.name, p.handle, p.author_key) as profile, r.name as person,
                          coalesce(r.city, r.region, r.country) as place, q.probability,
                          (select count(*) from people.links o where o.profile_id = q.profile_id and o.id <> q.id
                           and o.state = 'PROPOSED')::int as others,
                          q.messages, q.is_check
                        from (select * from ranked order by worth desc, id limit :rows) q
                        join conversations.profiles p on p.id = q.profile_id
                        join people.persons r on r.id = q.person_id
                        order by q.worth desc, q.id
                        """)
                .param("user", reader)
                .param("now", clock.instant())
                .param("rows", ROWS)
                .list(LinkRow.class);
    }

    /** @param isBlind whether what the evidence says is kept back until there is an answer */
    Optional<Question> question(long link, boolean isBlind) {
        return sql.sql("""
                        select l.id, l.profile_id, l.person_id, l.state, l.probability, l.evidence::text, k.nobody,
                          exists (select from people.audits a where a.link_id = l.id and a.is_right is null) as is_check
                        from people.links l left join people.lookups k on k.profile_id = l.profile_id
                        where l.id = :id
                        """).param("id", link).optional((row, number) -> question(row, isBlind));
    }

    private Question question(ResultSet row, boolean isBlind) throws SQLException {
        long id = row.getLong("id");
        long profile = row.getLong("profile_id");
        LinkState state = LinkState.valueOf(row.getString("state"));
        boolean isCheck = row.getBoolean("is_check") && state == LinkState.CONFIRMED;
        return new Question(
                id,
                state,
                number(row, "probability"),
                number(row, "nobody"),
                cards.voice(profile),
                cards.person(row.getLong("person_id")),
                EvidenceRows.read(row.getString("evidence")),
                others(profile, id),
                standing(profile).filter(one -> one.link() != id).orElse(null),
                history(id),
                isCheck,
                isBlind && (isCheck || state == LinkState.PROPOSED));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : number;
    }

    private List<Question.Rival> others(long profile, long link) {
        return sql.sql("""
                        select l.id as link, r.id as person, r.name, coalesce(r.city, r.region, r.country) as place, l.probability
                        from people.links l join people.persons r on r.id = l.person_id
                        where l.profile_id = :profile and l.id <> :link and l.state = 'PROPOSED'
                        order by l.probability desc nulls last, l.id limit 20
                        """).param("profile", profile).param("link", link).list(Question.Rival.class);
    }

    /** Who the profile is linked to now. */
    Optional<Question.Rival> standing(long profile) {
        return sql.sql("""
                        select w.link_id as link, r.id as person, r.name, coalesce(r.city, r.region, r.country) as place,
                          null::real as probability
                        from people.who_v w join people.persons r on r.id = w.person_id
                        where w.profile_id = :profile
                        """).param("profile", profile).optional(Question.Rival.class);
    }

    /** What evidence says again in other words is no event. */
    private List<Question.Event> history(long link) {
        return sql.sql("""
                        select e.state, u.name as by_name, e.at, e.why
                        from (select *, lag(state) over (order by id) as before from people.link_events
                              where link_id = :link) e
                        left join access.users u on u.id = e.by_user
                        where e.before is distinct from e.state or e.by_user is not null
                        order by e.id desc limit 100
                        """).param("link", link).list(Question.Event.class);
    }
}
