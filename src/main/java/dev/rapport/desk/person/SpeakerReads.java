package dev.rapport.desk.person;

import dev.rapport.desk.words.Networks;
import dev.rapport.people.Nature;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.Sql;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads who speaks with a profile, for the pane beside a thread. */
@Component
public class SpeakerReads {

    private static final int SHOWN = 6;

    private final Sql sql;
    private final HoldingReads holdings;
    private final Reasons reasons;
    private final Clock clock;

    SpeakerReads(Sql sql, HoldingReads holdings, Reasons reasons, Clock clock) {
        this.sql = sql;
        this.holdings = holdings;
        this.reasons = reasons;
        this.clock = clock;
    }

    public Speaker of(long profile, SignedIn user) {
        return known(profile, user).orElseGet(() -> new Speaker.Unknown(candidates(profile, user), nature(profile)));
    }

    /** All profiles of whoever speaks with this one, itself included. */
    public List<Long> voices(long profile) {
        List<Long> linked = sql.sql("""
                        select profile_id from people.who_v
                        where person_id = (select person_id from people.who_v where profile_id = :profile limit 1)
                        limit 50
                        """).param("profile", profile).list(Long.class);
        return linked.isEmpty() ? List.of(profile) : linked;
    }

    private Optional<Speaker> known(long profile, SignedIn user) {
        return sql.sql("""
                        select w.person_id, w.link_id, p.name, coalesce(p.city, p.region, p.country) as place,
                          u.name as decided_by
                        from people.who_v w
                        join people.persons p on p.id = w.person_id
                        left join access.users u on u.id = w.decided_by
                        where w.profile_id = :profile
                        """).param("profile", profile).optional((row, number) -> {
            long person = row.getLong("person_id");
            return new Speaker.Known(
                    person,
                    row.getString("name"),
                    row.getString("place"),
                    row.getLong("link_id"),
                    row.getString("decided_by"),
                    holdings.of(person),
                    cases(person),
                    others(person, profile),
                    LocalDate.ofInstant(clock.instant(), user.zone()));
        });
    }

    private List<Speaker.Work> cases(long person) {
        return sql.sql("""
                        select distinct k.id, k.title, k.state
                        from people.who_v w
                        join conversations.messages m on m.profile_id = w.profile_id
                        join cases.worklist l on l.conversation_id = m.conversation_id
                        join cases.cases k on k.id = l.case_id
                        where w.person_id = :person and k.state <> 'RESOLVED'
                        order by k.id desc limit :shown
                        """).param("person", person).param("shown", SHOWN).list(Speaker.Work.class);
    }

    private List<Speaker.Other> others(long person, long but) {
        return sql.sql("""
                        select coalesce(p.handle, p.name, '') as name, p.network
                        from people.who_v w join conversations.profiles p on p.id = w.profile_id
                        where w.person_id = :person and w.profile_id <> :but
                        order by w.decided_at desc limit :shown
                        """)
                .param("person", person)
                .param("but", but)
                .param("shown", SHOWN)
                .list((row, number) -> new Speaker.Other(
                        row.getString("name"), row.getString("network"), Networks.icon(row.getString("network"))));
    }

    private @Nullable Nature nature(long profile) {
        return sql.sql("""
                        select coalesce(n.nature, case when p.side = 'BOT' then 'PROGRAM' end) as nature
                        from conversations.profiles p
                        left join people.voices v on v.profile_id = p.id
                        left join people.natures n on n.profile_id = coalesce(v.voice_id, p.id)
                        where p.id = :profile and (n.nature is not null or p.side = 'BOT')
                        """).param("profile", profile).optional(Nature.class).orElse(null);
    }

    private List<Speaker.Candidate> candidates(long profile, SignedIn user) {
        return sql.sql("""
                        select l.id, l.person_id, p.name, coalesce(p.city, p.region, p.country) as place, l.probability::float8 as probability,
                          l.evidence
                        from people.links l join people.persons p on p.id = l.person_id
                        where l.profile_id = :profile and l.state = 'PROPOSED'
                        order by l.probability desc nulls last, l.id limit 4
                        """)
                .param("profile", profile)
                .list((row, number) -> new Speaker.Candidate(
                        row.getLong("id"),
                        row.getLong("person_id"),
                        row.getString("name"),
                        row.getString("place"),
                        row.getObject("probability", Double.class),
                        reasons.inWords(row.getString("evidence"), user.language())));
    }
}
