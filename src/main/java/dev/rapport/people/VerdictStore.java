package dev.rapport.people;

import dev.rapport.people.EvidenceStore.Change;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.Sql;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Writes what the matcher makes of voices: links, questions, and what does not hold any longer. What a person decided is
 * never touched, nor what exact evidence linked; who does not want to be linked is left out, and so is what is no person.
 */
@Component
class VerdictStore {

    /** How the versions of the matcher begin that stand with its links. */
    static final String RULES = "matcher ";

    private static final String WANTED = """
            with wanted as materialized (
              select g.voice as profile_id, g.person as person_id, g.state, g.probability, g.evidence::jsonb as evidence
              from (
                select given.voice, given.state, given.probability, given.evidence,
                  coalesce((select l.person_id from people.links l
                            where l.profile_id = given.voice and l.person_id in (select people.rows_of(given.human))
                            order by l.state = 'CONFIRMED' desc, l.person_id = given.human desc limit 1), given.human) as person
                from unnest(:voices::bigint[], :persons::bigint[], :states::text[], :probabilities::real[], :evidence::text[])
                  as given (voice, human, state, probability, evidence)) g
              where exists (select from people.persons p where p.id = g.person)
                and not exists (select from people.natures n where n.profile_id = g.voice)
                and not exists (select from people.unlinkable_v u where u.person_id = g.person)
                and not exists (select from people.links d where d.profile_id = g.voice and d.person_id = g.person
                                and (d.decided_by is not null or d.state = 'REFUSED'))
                and not exists (select from people.links c where c.profile_id = g.voice and c.state = 'CONFIRMED'
                                and (c.decided_by is not null or c.rules like 'exact %')))
            """;

    private static final String LOOSEN = WANTED + """
            , changed as (
              update people.links l
              set state = 'WITHDRAWN', decided_at = :now, why = null, version = l.version + 1
              where l.profile_id = any(:looked) and l.decided_by is null
                and (l.rules like 'matcher %' and l.state in ('CONFIRMED', 'PROPOSED')
                     or l.rules like 'exact %' and l.state = 'PROPOSED')
                and not exists (select from wanted w where w.profile_id = l.profile_id and w.person_id = l.person_id
                                and (w.state = l.state or l.state = 'PROPOSED'))
              returning l.id, l.profile_id, l.person_id, old.state as before, l.state, l.decided_at, l.probability, l.evidence, l.rules)
            """;

    /** A probability that hardly moved is no news. */
    private static final String LINK = WANTED + """
            , changed as (
              insert into people.links as l
                (profile_id, person_id, state, probability, evidence, rules, decided_at, made_at)
              select profile_id, person_id, state, probability, evidence, :rules, :now, :now from wanted
              order by profile_id, person_id
              on conflict (profile_id, person_id) do update set state = excluded.state, probability = excluded.probability,
                evidence = excluded.evidence, rules = excluded.rules, decided_at = excluded.decided_at,
                version = l.version + 1
              where l.decided_by is null and l.state <> 'REFUSED'
                and (l.state <> excluded.state or l.evidence <> excluded.evidence
                     or abs(coalesce(l.probability, 0) - excluded.probability) > 0.005)
              returning l.id, l.profile_id, l.person_id, old.state as before, l.state, l.decided_at, l.probability, l.evidence, l.rules)
            """;

    private static final String TELL = """
            , told as (
              insert into people.link_events (link_id, state, at, probability, evidence, rules)
              select id, state, decided_at, probability, evidence, rules from changed
              where before is distinct from state)
            , drawn as (
              insert into people.audits (link_id, probability, drawn_at)
              select id, probability, :now from changed
              where state = 'CONFIRMED' and before is distinct from state and random() < :share
              on conflict (link_id) do nothing)
            select profile_id as profile, person_id as person, before, state as now from changed
            """;

    private final Sql sql;
    private final Clock clock;

    VerdictStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Withdraws and downgrades what the matcher once made of these voices and makes no longer. */
    List<Change> loosen(Collection<ProfileId> looked, List<Verdict> wanted) {
        return given(LOOSEN + TELL, wanted)
                .param("looked", looked.stream().map(ProfileId::value).toArray(Long[]::new))
                .param("share", 0.0)
                .list(Change.class);
    }

    /**
     * Links and asks.
     *
     * @param audited the share of new links that a person will be asked to look at
     */
    List<Change> link(List<Verdict> wanted, String rules, double audited) {
        return given(LINK + TELL, wanted)
                .param("rules", rules)
                .param("share", audited)
                .list(Change.class);
    }

    private Sql.Statement given(String text, List<Verdict> wanted) {
        return sql.sql(text)
                .param("now", clock.instant())
                .param("voices", wanted.stream().map(w -> w.voice().value()).toArray(Long[]::new))
                .param("persons", wanted.stream().map(w -> w.person().value()).toArray(Long[]::new))
                .param("states", wanted.stream().map(w -> w.state().name()).toArray(String[]::new))
                .param(
                        "probabilities",
                        wanted.stream().map(w -> (float) w.probability()).toArray(Float[]::new))
                .param(
                        "evidence",
                        wanted.stream()
                                .map(w -> EvidenceRows.write(w.evidence()))
                                .toArray(String[]::new));
    }
}
