package dev.rapport.people;

import dev.rapport.people.CannotJoin.Why;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which rows are one human, and everything that was ever said about it. */
@Component
class HumanStore {

    private final Sql sql;
    private final Clock clock;

    HumanStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The one who leads, of everybody joined with a person; the person when nobody is. */
    PersonId human(PersonId person) {
        return sql.sql("select people.human_of(:person)")
                .param("person", person)
                .single(PersonId.class);
    }

    /** All rows of a human, the leading one first. */
    List<PersonId> rows(PersonId human) {
        return sql.sql("select people.rows_of(:human)").param("human", human).list(PersonId.class);
    }

    /** Nobody else joins or parts anybody until the transaction ends; both persons have to be there. */
    void hold(PersonId one, PersonId other) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('people.sames', 0))")
                .list((row, number) -> true);
        int there = sql.sql("select count(*) from people.persons where id in (:one, :other)")
                .param("one", one)
                .param("other", other)
                .single(Integer.class);
        if (there < 2) {
            throw new CannotJoin(Why.NO_SUCH_PERSON);
        }
    }

    void decide(PersonId person, PersonId leading, String state, UserId by, @Nullable String why) {
        sql.sql("""
                        with decided as (
                          insert into people.sames as s (person_id, leading_id, state, decided_by, decided_at, why)
                          values (:person, :leading, :state, :by, :now, :why)
                          on conflict (least(person_id, leading_id), greatest(person_id, leading_id)) do update
                          set person_id = excluded.person_id, leading_id = excluded.leading_id, state = excluded.state,
                            decided_by = excluded.decided_by, decided_at = excluded.decided_at, why = excluded.why
                          returning id)
                        insert into people.same_events (same_id, person_id, leading_id, state, by_user, at, why)
                        select id, :person, :leading, :state, :by, :now, :why from decided
                        """)
                .param("person", person)
                .param("leading", leading)
                .param("state", state)
                .param("by", by)
                .param("now", clock.instant())
                .param("why", why == null || why.isBlank() ? null : why.strip())
                .update();
    }
}
