package dev.rapport.people;

import dev.rapport.people.matching.Lesson;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people's decisions teach: whose a profile is, or that it is nobody's who was asked about. A profile that is still
 * being asked about teaches nothing yet.
 */
@Component
class LessonReads {

    private static final int MOST = 5_000;

    private record Decided(ProfileId voice, @Nullable PersonId person) {}

    private final Sql sql;
    private final ComparedVoices voices;

    LessonReads(Sql sql, ComparedVoices voices) {
        this.sql = sql;
        this.voices = voices;
    }

    /** How many there are. */
    int count() {
        return decided().size();
    }

    /** The latest, the source of each being the place its profile was heard in. */
    List<Lesson> all() {
        Map<ProfileId, @Nullable PersonId> persons = new HashMap<>();
        decided().forEach(one -> persons.put(one.voice(), one.person()));
        return voices.decided(persons.keySet()).stream()
                .map(voice -> new Lesson(voice.facts(), persons.get(voice.voice()), voice.place()))
                .toList();
    }

    private List<Decided> decided() {
        return Objects.requireNonNull(sql.sql("""
                        select l.profile_id as voice, max(l.person_id) filter (where l.state = 'CONFIRMED') as person
                        from people.links l
                        where not exists (select from people.links o where o.profile_id = l.profile_id and o.state = 'PROPOSED')
                          and (l.decided_by is not null and l.state in ('CONFIRMED', 'REFUSED')
                               or exists (select from people.audits a where a.link_id = l.id and a.is_right))
                        group by l.profile_id
                        order by max(l.decided_at) desc, l.profile_id
                        limit :most
                        """).param("most", MOST).list(Decided.class));
    }
}
