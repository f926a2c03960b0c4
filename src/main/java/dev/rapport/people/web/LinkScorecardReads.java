package dev.rapport.people.web;

import dev.rapport.people.Purposes;
import dev.rapport.people.web.Scorecard.Coverage;
import dev.rapport.shared.Sql;
import dev.rapport.shared.web.Band;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what people made of the matcher's links and questions. */
@Component
class LinkScorecardReads {

    private static final Duration ANSWERED = Duration.ofDays(30);
    private static final Duration HEARD = Duration.ofDays(90);

    private record Checks(int right, int checked, int open) {}

    private record Weights(long id, int answers) {}

    private record Queue(@Nullable Instant oldest, int answered) {}

    private final Sql sql;
    private final LinkReads links;
    private final Purposes purposes;
    private final Clock clock;

    LinkScorecardReads(Sql sql, LinkReads links, Purposes purposes, Clock clock) {
        this.sql = sql;
        this.links = links;
        this.purposes = purposes;
        this.clock = clock;
    }

    Scorecard read() {
        Checks checks = sql.sql("""
                select count(*) filter (where a.is_right)::int as right, count(*) filter (where a.is_right is not null)::int as checked,
                  count(*) filter (where a.is_right is null and l.state = 'CONFIRMED' and l.decided_by is null)::int as open
                from people.audits a join people.links l on l.id = a.link_id
                """).single(Checks.class);
        Weights weights = sql.sql("select id, answers from people.models order by id desc limit 1")
                .optional(Weights.class)
                .orElse(new Weights(0, 0));
        Queue queue = queue();
        return new Scorecard(
                weights.id() == 0 ? "1" : "1." + weights.id(),
                weights.answers(),
                checks.right(),
                checks.checked(),
                checks.open(),
                bands(),
                coverage(),
                links.waiting(),
                queue.oldest(),
                queue.answered(),
                purposes.all());
    }

    /** Of a link the first answer a person gave counts, with the probability that stood there then. */
    private List<Band> bands() {
        return sql.sql("""
                        with answered as (
                          select distinct on (e.link_id) e.link_id, e.probability, e.state = 'CONFIRMED' as is_confirmed
                          from people.link_events e
                          where e.by_user is not null and e.state in ('CONFIRMED', 'REFUSED') and e.probability is not null
                          order by e.link_id, e.id)
                        select avg(probability)::float8 as stated, avg(is_confirmed::int)::float8 as confirmed, count(*)::int as n
                        from answered group by least(9, floor(probability * 10)) order by 1
                        """).list(Band.class);
    }

    private Coverage coverage() {
        return sql.sql("""
                        select count(*) filter (where by_evidence)::int as by_evidence,
                          count(*) filter (where by_people)::int as by_people,
                          count(*) filter (where not by_evidence and not by_people and asked)::int as asked,
                          count(*) filter (where not by_evidence and not by_people and not asked)::int as anonymous
                        from (
                          select coalesce(w.link_id is not null and w.decided_by is null, false) as by_evidence,
                            coalesce(w.link_id is not null and w.decided_by is not null, false) as by_people,
                            exists (select from people.questions_v q where q.profile_id = p.profile_id) as asked
                          from (select distinct profile_id from conversations.messages
                                where said_at > :since and profile_id is not null and side = 'CUSTOMER' limit 20000) p
                          left join lateral (select link_id, decided_by from people.who_v
                                             where profile_id = p.profile_id limit 1) w on true) v
                        """).param("since", clock.instant().minus(HEARD)).single(Coverage.class);
    }

    private Queue queue() {
        return sql.sql("""
                        select (select min(decided_at) from people.questions_v) as oldest,
                          (select count(*)::int from people.link_events
                           where by_user is not null and at > :since and state in ('CONFIRMED', 'REFUSED')) as answered
                        """).param("since", clock.instant().minus(ANSWERED)).single(Queue.class);
    }
}
