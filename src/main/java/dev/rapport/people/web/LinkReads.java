package dev.rapport.people.web;

import dev.rapport.people.EvidenceRows;
import dev.rapport.people.LinkState;
import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The links that wait for an answer, likeliest first; nothing is asked about a profile that is linked. */
@Component
class LinkReads {

    static final int ENOUGH = 1_000;
    private static final int ROWS = 50;

    private static final String ORDER = "l.probability desc nulls last, l.id";

    private static final String WAITING = """
            from people.links l
            where l.state = 'PROPOSED'
              and not exists (select from people.links c where c.profile_id = l.profile_id and c.state = 'CONFIRMED')
            """;

    /** Behind a link in the order of the queue. */
    private static final String AFTER = """
            and (case when a.probability is null then l.probability is null and l.id > a.id
                      else l.probability < a.probability or l.probability is null
                           or (l.probability = a.probability and l.id > a.id) end)
            """;

    private final Sql sql;
    private final CardReads cards;

    LinkReads(Sql sql, CardReads cards) {
        this.sql = sql;
        this.cards = cards;
    }

    int waiting() {
        return sql.sql("select count(*) from (select 1 %s limit :most) w".formatted(WAITING))
                .param("most", ENOUGH)
                .single(Integer.class);
    }

    Optional<Long> first() {
        return sql.sql("select l.id %s order by %s limit 1".formatted(WAITING, ORDER))
                .optional(Long.class);
    }

    /** The link that waits behind this one, else the first of the queue. */
    Optional<Long> after(long link) {
        return sql.sql("""
                        select l.id from people.links a, lateral (select l.id, l.probability %s %s order by %s limit 1) l
                        where a.id = :link
                        """.formatted(WAITING, AFTER, ORDER))
                .param("link", link)
                .optional(Long.class)
                .or(() -> first().filter(id -> id != link));
    }

    /** The head of the queue; from {@code link} on when that stands further behind. */
    List<LinkRow> rows(@Nullable Long link) {
        List<LinkRow> head = rows("", null);
        boolean isShown = link == null || head.size() < ROWS || head.stream().anyMatch(row -> row.id() == link);
        return isShown ? head : rows(AFTER.replace("l.id > a.id", "l.id >= a.id"), link);
    }

    private List<LinkRow> rows(String after, @Nullable Long link) {
        return sql.sql("""
                        select l.id, p.network, coalesce(p.name, p.handle, p.author_key) as profile, r.name as person, coalesce(r.city, r.region, r.country) as place,
                          l.probability,
                          (select count(*) from people.links o where o.profile_id = l.profile_id and o.id <> l.id
                           and o.state = 'PROPOSED')::int as others,
                          (select count(*) from (select from conversations.messages m where m.profile_id = l.profile_id
                                                 limit 100) m)::int as messages
                        from (select l.* from (select null) n left join people.links a on a.id = :link,
                              lateral (select l.* %s %s) l
                              order by %s limit :rows) l
                        join conversations.profiles p on p.id = l.profile_id
                        join people.persons r on r.id = l.person_id
                        order by %s
                        """.formatted(WAITING, after, ORDER, ORDER))
                .param("link", link)
                .param("rows", ROWS)
                .list(LinkRow.class);
    }

    Optional<Question> question(long link) {
        return sql.sql(
                        "select id, profile_id, person_id, state, probability, evidence::text from people.links where id = :id")
                .param("id", link)
                .optional((row, number) -> question(row));
    }

    private Question question(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        long profile = row.getLong("profile_id");
        List<Question.Rival> others = others(profile, id);
        return new Question(
                id,
                LinkState.valueOf(row.getString("state")),
                row.getObject("probability") == null ? null : row.getDouble("probability"),
                cards.voice(profile),
                cards.person(row.getLong("person_id")),
                EvidenceRows.read(row.getString("evidence")),
                others,
                standing(profile).filter(one -> one.link() != id).orElse(null),
                history(id));
    }

    private List<Question.Rival> others(long profile, long link) {
        return sql.sql("""
                        select l.id as link, r.id as person, r.name, coalesce(r.city, r.region, r.country) as place, l.probability
                        from people.links l join people.persons r on r.id = l.person_id
                        where l.profile_id = :profile and l.id <> :link and l.state = 'PROPOSED'
                        order by %s limit 20
                        """.formatted(ORDER))
                .param("profile", profile)
                .param("link", link)
                .list(Question.Rival.class);
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
