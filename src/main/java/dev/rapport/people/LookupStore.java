package dev.rapport.people;

import dev.rapport.conversations.Batch;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.Sql;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Which voices have to be compared with all persons, and what they showed when they were. A few are named one by one; after
 * many changes at once a sweep goes through all of them.
 */
@Component
class LookupStore {

    /** In their numbers' order, so that two batches with the same voices wait for one another and never in a circle. */
    private static final String DUE =
            "order by 1 on conflict (profile_id) do update set facts = null where lookups.facts is not null";

    /** A voice that was compared. */
    record Looked(ProfileId voice, String facts, double nobody) {}

    private final Sql sql;
    private final Clock clock;

    LookupStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Those heard in a batch wait. */
    void due(Batch batch) {
        sql.sql("""
                        insert into people.lookups (profile_id)
                        select distinct coalesce(v.voice_id, m.profile_id)
                        from conversations.messages m left join people.voices v on v.profile_id = m.profile_id
                        where (m.id between :first and :last or m.id = any(:reworded))
                          and m.profile_id is not null and m.side in ('CUSTOMER', 'PARTNER')
                        """ + DUE)
                .param("first", batch.firstId())
                .param("last", batch.lastId())
                .param("reworded", batch.reworded().toArray(Long[]::new))
                .update();
    }

    void due(Collection<ProfileId> profiles) {
        sql.sql("""
                        insert into people.lookups (profile_id)
                        select distinct coalesce(v.voice_id, g.id)
                        from unnest(:profiles::bigint[]) as g (id) left join people.voices v on v.profile_id = g.id
                        """ + DUE)
                .param("profiles", profiles.stream().map(ProfileId::value).toArray(Long[]::new))
                .update();
    }

    /** Those whose handle or name holds a family name of these persons, and those the evidence linked to them, wait. */
    void dueTo(Collection<PersonId> persons) {
        sql.sql("""
                        insert into people.lookups (profile_id)
                        select distinct coalesce(v.voice_id, found.id)
                        from (
                          select p.id
                          from (
                            select conversations.folded(family_name) as name from people.persons where id = any(:persons)
                            union select substring(folded from '[^ ]+$') from people.names where person_id = any(:persons)
                            union select folded from people.addresses where person_id = any(:persons) and kind = 'HANDLE'
                            union select split_part(folded, '@', 1) from people.addresses
                                  where person_id = any(:persons) and kind = 'EMAIL') n
                          cross join lateral (select unnest(array[n.name, replace(n.name, ' ', '')]) as letters) l
                          cross join lateral (
                            select p.id from conversations.profiles p
                            where lower(coalesce(p.handle, '')) || ' ' || coalesce(p.folded, '') like '%' || l.letters || '%'
                              and p.side in ('CUSTOMER', 'PARTNER')
                            limit 1000) p
                          where length(l.letters) > 2 and l.letters ~ '^[[:alnum:] ]+$'
                          union
                          select profile_id from people.links
                          where person_id = any(:persons) and decided_by is null and state in ('CONFIRMED', 'PROPOSED')) found
                        left join people.voices v on v.profile_id = found.id
                        """ + DUE)
                .param("persons", persons.stream().map(PersonId::value).toArray(Long[]::new))
                .update();
    }

    /** Everybody waits; begins from the first voice again. */
    void sweep() {
        sql.sql("""
                        insert into people.sweeps (asked_at, reached) values (:now, 0)
                        on conflict (id) do update set asked_at = excluded.asked_at, reached = 0
                        """).param("now", clock.instant()).update();
    }

    /**
     * Lets the next of a sweep wait that was asked for a few seconds ago or more, so that an import is over by then.
     *
     * @return whether there was one
     */
    boolean sweepOn() {
        return sql.sql("""
                        with going as (
                          select reached from people.sweeps where asked_at < :before for update skip locked),
                        next as (
                          select p.id from going, lateral (
                            select id from conversations.profiles where id > going.reached order by id limit 1000) p),
                        waiting as (
                          insert into people.lookups (profile_id)
                          select p.id from next join conversations.profiles p on p.id = next.id
                          where p.side in ('CUSTOMER', 'PARTNER')
                            and not exists (select from people.voices v where v.profile_id = p.id) %s),
                        ended as (delete from people.sweeps where exists (select from going) and not exists (select from next)),
                        reached as (
                          update people.sweeps set reached = (select max(id) from next) where exists (select from next))
                        select exists (select from next)
                        """.formatted(DUE))
                .param("before", clock.instant().minusSeconds(3))
                .single(Boolean.class);
    }

    /** The first that wait, held until the transaction ends. */
    List<ProfileId> waiting(int most) {
        return sql.sql("""
                        select profile_id from people.lookups where facts is null order by profile_id limit :most
                        for update skip locked
                        """).param("most", most).list(ProfileId.class);
    }

    /** Those that cannot be compared any more wait no longer. */
    void drop(Collection<ProfileId> voices) {
        sql.sql("delete from people.lookups where profile_id = any(:voices)")
                .param("voices", voices.stream().map(ProfileId::value).toArray(Long[]::new))
                .update();
    }

    void looked(List<Looked> all, String rules) {
        sql.sql("""
                        insert into people.lookups (profile_id, facts, rules, nobody, looked_at)
                        select g.id, g.facts, :rules, g.nobody, :now
                        from unnest(:voices::bigint[], :facts::text[], :nobody::real[]) as g (id, facts, nobody)
                        order by g.id
                        on conflict (profile_id) do update set facts = excluded.facts, rules = excluded.rules,
                          nobody = excluded.nobody, looked_at = excluded.looked_at
                        """)
                .param("rules", rules)
                .param("now", clock.instant())
                .param("voices", all.stream().map(one -> one.voice().value()).toArray(Long[]::new))
                .param("facts", all.stream().map(Looked::facts).toArray(String[]::new))
                .param("nobody", all.stream().map(one -> (float) one.nobody()).toArray(Float[]::new))
                .update();
    }

    /** How many wait, a sweep not counted. */
    long waiting() {
        return Objects.requireNonNull(sql.sql("select count(*) from people.lookups where facts is null")
                .single(Long.class));
    }
}
