package dev.rapport.understanding.endpoint;

import dev.rapport.shared.Sql;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;

/** What was asked and what of it was of no use, day by day. */
@Repository
class UseStore {

    private final Sql sql;

    UseStore(Sql sql) {
        this.sql = sql;
    }

    void count(LocalDate day, int calls, long tokens) {
        sql.sql("""
                insert into understanding.endpoint_days (day, calls, tokens) values (:day, :calls, :tokens)
                on conflict (day) do update
                set calls = endpoint_days.calls + excluded.calls, tokens = endpoint_days.tokens + excluded.tokens
                """)
                .param("day", day)
                .param("calls", calls)
                .param("tokens", tokens)
                .update();
    }

    void refused(LocalDate day, String reason) {
        sql.sql("""
                insert into understanding.endpoint_refusals (day, reason, times) values (:day, :reason, 1)
                on conflict (day, reason) do update set times = endpoint_refusals.times + 1
                """).param("day", day).param("reason", reason).update();
    }

    /** Every day of a span, also those without any call. */
    List<Use> days(LocalDate first, LocalDate last) {
        return sql.sql("""
                select s.day::date as day, coalesce(d.calls, 0) as calls, coalesce(d.tokens, 0) as tokens
                from generate_series(cast(:first as date), cast(:last as date), interval '1 day') s (day)
                left join understanding.endpoint_days d on d.day = s.day::date order by 1
                """).param("first", first).param("last", last).list(Use.class);
    }

    /** Reasons since a day, the most frequent first. */
    List<Refused> refusedSince(LocalDate first) {
        return sql.sql("""
                select reason, sum(times)::int as times from understanding.endpoint_refusals where day >= :first
                group by reason order by 2 desc, 1
                """).param("first", first).list(Refused.class);
    }
}
