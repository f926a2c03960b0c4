package dev.rapport.people;

import dev.rapport.people.CannotLink.Why;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Links and everything that ever happened to them. */
@Component
class LinkStore {

    /** What a person says needs no rules. */
    static final String BY_HAND = "by hand";

    private final Sql sql;
    private final Clock clock;

    LinkStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The profile that links hang on, whose links are held until the transaction ends. */
    ProfileId lockVoice(ProfileId profile) {
        Voice voice = sql.sql("""
                        select p.id, p.side in ('CUSTOMER', 'PARTNER') as is_linkable
                        from conversations.profiles p
                        where p.id = coalesce((select voice_id from people.voices where profile_id = :id), :id)
                        """)
                .param("id", profile)
                .optional(Voice.class)
                .orElseThrow(() -> new CannotLink(Why.NO_SUCH_PROFILE));
        if (!voice.isLinkable()) {
            throw new CannotLink(Why.OURS);
        }
        sql.sql("select pg_advisory_xact_lock(hashtextextended('people.links', :id))")
                .param("id", voice.id())
                .list((row, number) -> true);
        return new ProfileId(voice.id());
    }

    /** All links of a profile that is its own voice. */
    List<Link> of(ProfileId voice) {
        return sql.sql("""
                        select id, profile_id as profile, person_id as person, state, decided_by, version
                        from people.links where profile_id = :voice order by id
                        """).param("voice", voice).list(Link.class);
    }

    Optional<Link> find(LinkId id) {
        return sql.sql("""
                        select id, profile_id as profile, person_id as person, state, decided_by, version
                        from people.links where id = :id
                        """).param("id", id).optional(Link.class);
    }

    /** The state a link had before the present one; empty when it had none. */
    Optional<LinkState> stateBefore(LinkId id) {
        return sql.sql("""
                        select e.state from people.link_events e
                        where e.link_id = :id and e.state <> (select state from people.links where id = :id)
                        order by e.id desc limit 1
                        """).param("id", id).optional((row, number) -> LinkState.valueOf(row.getString(1)));
    }

    /** Keeps what a person decided; the evidence that was there stays. A question that is open again is nobody's decision. */
    LinkId decide(ProfileId voice, PersonId person, LinkState state, UserId by, @Nullable String why) {
        try {
            return sql.sql("""
                            with decided as (
                              insert into people.links as l
                                (profile_id, person_id, state, rules, decided_by, decided_at, why, made_at)
                              values (:voice, :person, :state, :rules, :decider, :now, :why, :now)
                              on conflict (profile_id, person_id) do update set state = excluded.state,
                                decided_by = excluded.decided_by, decided_at = excluded.decided_at, why = excluded.why,
                                version = l.version + 1
                              returning id, state, decided_at, why, probability, evidence, rules),
                            told as (
                              insert into people.link_events (link_id, state, by_user, at, why, probability, evidence, rules)
                              select id, state, :by, decided_at, why, probability, evidence, rules from decided)
                            select id from decided
                            """)
                    .param("voice", voice)
                    .param("person", person)
                    .param("state", state)
                    .param("rules", BY_HAND)
                    .param("by", by)
                    .param("decider", state == LinkState.PROPOSED ? null : by)
                    .param("now", clock.instant())
                    .param("why", why == null || why.isBlank() ? null : why.strip())
                    .single(LinkId.class);
        } catch (DataIntegrityViolationException unknown) {
            throw new CannotLink(Why.NO_SUCH_PERSON);
        }
    }

    /** Whether the person lets their profiles be linked. */
    boolean isLinkable(PersonId person) {
        return sql.sql("select not exists (select from people.unlinkable_v where person_id = :person)")
                .param("person", person)
                .single(Boolean.class);
    }

    /** A link that was drawn to be checked has been. */
    void checked(LinkId id, boolean isRight, UserId by) {
        sql.sql("""
                        update people.audits set is_right = :right, answered_by = :by, answered_at = :now
                        where link_id = :id and is_right is null
                        """)
                .param("right", isRight)
                .param("by", by)
                .param("now", clock.instant())
                .param("id", id)
                .update();
    }

    void postpone(PostponeLink command) {
        sql.sql("""
                        insert into people.postponed (link_id, user_id, until, answer) values (:link, :by, :until, :answer)
                        on conflict (link_id, user_id) do update set until = excluded.until, answer = excluded.answer
                        """)
                .param("link", command.link())
                .param("by", command.by())
                .param("until", clock.instant().plus(command.answer().rest()))
                .param("answer", command.answer())
                .update();
    }

    /** Asks about links where nobody decided; returns how many are new or stand on other evidence. */
    int propose(List<ProposeLink> proposals) {
        return sql.sql("""
                        with asked as (
                          insert into people.links as l
                            (profile_id, person_id, state, probability, evidence, rules, decided_at, made_at)
                          select distinct on (g.voice, g.person) g.voice, g.person, 'PROPOSED', g.probability,
                            g.evidence::jsonb, g.rules, :now, :now
                          from (select coalesce(v.voice_id, given.profile) as voice, given.*
                                from unnest(:profiles::bigint[], :persons::bigint[], :probabilities::real[],
                                            :evidence::text[], :rules::text[])
                                  as given (profile, person, probability, evidence, rules)
                                left join people.voices v on v.profile_id = given.profile) g
                          where not exists (select from people.links c where c.profile_id = g.voice and c.state = 'CONFIRMED')
                            and not exists (select from people.unlinkable_v u where u.person_id = g.person)
                            and not exists (select from conversations.profiles p
                                            where p.id = g.voice and p.erased_at is not null)
                          order by g.voice, g.person
                          on conflict (profile_id, person_id) do update set state = 'PROPOSED',
                            probability = excluded.probability, evidence = excluded.evidence, rules = excluded.rules,
                            decided_at = excluded.decided_at, version = l.version + 1
                          where l.decided_by is null and l.state in ('PROPOSED', 'WITHDRAWN')
                            and (l.state, l.probability, l.evidence, l.rules)
                              is distinct from ('PROPOSED', excluded.probability, excluded.evidence, excluded.rules)
                          returning id, state, decided_at, probability, evidence, rules)
                        insert into people.link_events (link_id, state, at, probability, evidence, rules)
                        select id, state, decided_at, probability, evidence, rules from asked
                        """)
                .param("now", clock.instant())
                .param(
                        "profiles",
                        proposals.stream().map(p -> p.profile().value()).toArray(Long[]::new))
                .param(
                        "persons",
                        proposals.stream().map(p -> p.person().value()).toArray(Long[]::new))
                .param(
                        "probabilities",
                        proposals.stream()
                                .map(p -> p.probability() == null
                                        ? null
                                        : p.probability().floatValue())
                                .toArray(Float[]::new))
                .param(
                        "evidence",
                        proposals.stream()
                                .map(p -> EvidenceRows.write(p.evidence()))
                                .toArray(String[]::new))
                .param("rules", proposals.stream().map(ProposeLink::rules).toArray(String[]::new))
                .update();
    }

    /** These and every profile that turned out to be one of them. */
    Set<ProfileId> sameVoice(Collection<ProfileId> voices) {
        Set<ProfileId> all = new HashSet<>(voices);
        all.addAll(sql.sql("select profile_id from people.voices where voice_id = any(:voices)")
                .param("voices", voices.stream().map(ProfileId::value).toArray(Long[]::new))
                .list(ProfileId.class));
        return all;
    }

    private record Voice(long id, boolean isLinkable) {}
}
