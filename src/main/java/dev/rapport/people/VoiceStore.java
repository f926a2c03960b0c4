package dev.rapport.people;

import dev.rapport.shared.ProfileId;
import dev.rapport.shared.Sql;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Which profiles are one voice. What people decided about either goes before evidence, the voice's own before the other's. */
@Component
class VoiceStore {

    private static final String WHY = "Two profiles turned out to be one voice.";

    private static final String TIES =
            "with ties as (select * from unnest(:profiles::bigint[], :voices::bigint[]) as t (profile_id, voice_id))";

    private static final String TELL = """
            insert into people.link_events (link_id, state, at, why, probability, evidence, rules)
            select id, state, decided_at, :why, probability, evidence, rules from changed
            """;

    private final Sql sql;
    private final Clock clock;

    VoiceStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Makes each profile part of its voice; returns the voices that somebody is linked to. */
    List<ProfileId> tie(Map<ProfileId, ProfileId> voices) {
        keep(voices);
        settleTwoPersons(voices);
        settleOnePerson(voices);
        move(voices);
        return ties("""
                %s select l.profile_id from people.links l
                where l.state = 'CONFIRMED' and l.profile_id in (select voice_id from ties)
                """.formatted(TIES), voices).list(ProfileId.class);
    }

    private void keep(Map<ProfileId, ProfileId> voices) {
        ties("""
                %s insert into people.voices (profile_id, voice_id, known_at) select profile_id, voice_id, :now from ties
                on conflict (profile_id) do nothing
                """.formatted(TIES), voices).param("now", clock.instant()).update();
    }

    /** Both were confirmed, for two persons: one of them cannot be. */
    private void settleTwoPersons(Map<ProfileId, ProfileId> voices) {
        decided("""
                update people.links l
                set state = 'WITHDRAWN', decided_at = :now, why = :why, version = l.version + 1
                from ties t
                join people.links o on o.profile_id = t.profile_id and o.state = 'CONFIRMED'
                join people.links n on n.profile_id = t.voice_id and n.state = 'CONFIRMED' and n.person_id <> o.person_id
                where l.id = case when o.decided_by is not null and n.decided_by is null then n.id else o.id end
                """, voices);
    }

    /** Both were looked at for one person: the stronger word stands. */
    private void settleOnePerson(Map<ProfileId, ProfileId> voices) {
        decided("""
                update people.links l
                set state = o.state, decided_by = o.decided_by, decided_at = :now, why = o.why, probability = o.probability,
                    evidence = o.evidence, rules = o.rules, version = l.version + 1
                from ties t
                join people.links o on o.profile_id = t.profile_id
                where l.profile_id = t.voice_id and l.person_id = o.person_id and l.decided_by is null
                  and (o.decided_by is not null or (o.state = 'CONFIRMED' and l.state <> 'CONFIRMED'))
                """, voices);
    }

    /** The rest move as they are; a pair that the voice has too stays behind as history. */
    private void move(Map<ProfileId, ProfileId> voices) {
        ties("""
                %s update people.links l set profile_id = t.voice_id from ties t
                where l.profile_id = t.profile_id
                  and not exists (select from people.links n where n.profile_id = t.voice_id and n.person_id = l.person_id)
                """.formatted(TIES), voices).update();
    }

    private void decided(String update, Map<ProfileId, ProfileId> voices) {
        String returned = "returning l.id, l.state, l.decided_at, l.probability, l.evidence, l.rules";
        ties("%s, changed as (%s %s) %s".formatted(TIES, update, returned, TELL), voices)
                .param("now", clock.instant())
                .param("why", WHY)
                .update();
    }

    private Sql.Statement ties(String text, Map<ProfileId, ProfileId> voices) {
        Map<Long, Long> sorted = new TreeMap<>();
        voices.forEach((profile, voice) -> sorted.put(profile.value(), voice.value()));
        return sql.sql(text)
                .param("profiles", sorted.keySet().toArray(Long[]::new))
                .param("voices", sorted.values().toArray(Long[]::new));
    }
}
