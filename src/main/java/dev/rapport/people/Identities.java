package dev.rapport.people;

import dev.rapport.people.matching.Answer;
import dev.rapport.people.matching.Candidate;
import dev.rapport.people.matching.Matcher;
import dev.rapport.people.matching.ProfileFacts;
import dev.rapport.people.matching.Zone;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says who may be behind a profile, for programs; writes nothing. */
@Service
public class Identities {

    /** A person who may be behind a profile. */
    public record Likely(PersonId person, String name, double probability, List<Evidence> evidence) {}

    /**
     * Everybody likely, the likeliest first.
     *
     * @param nobody the probability that it is none of those known
     * @param sure whether the likeliest would be linked without asking anybody
     * @param rules the version of what weighed it
     */
    public record Who(List<Likely> likely, double nobody, boolean sure, String rules) {}

    private record Known(PersonId id, String name) {}

    private final Contacts contacts;
    private final Models models;
    private final Sql sql;

    Identities(Contacts contacts, Models models, Sql sql) {
        this.contacts = contacts;
        this.models = models;
        this.sql = sql;
    }

    /**
     * Compares a profile with everybody who may be linked.
     *
     * @return empty as long as the persons are being read, shortly after the start
     */
    @Transactional(readOnly = true)
    public Optional<Who> resolve(AskWho asked) {
        if (!contacts.isReady()) {
            return Optional.empty();
        }
        contacts.follow();
        Models.Current current = models.refresh();
        ProfileFacts facts = new ProfileFacts(
                asked.network(),
                asked.handle(),
                known(asked.name()),
                known(asked.bio()),
                known(asked.location()),
                known(asked.website()),
                asked.verified(),
                List.of());
        Answer answer = new Matcher(contacts.index(), current.model())
                .resolve(facts, current.rates().shift(known(asked.place())));
        Map<PersonId, String> names = names(answer);
        List<Likely> likely = answer.candidates().stream()
                .filter(candidate -> names.containsKey(candidate.person()))
                .map(candidate -> likely(candidate, Objects.requireNonNull(names.get(candidate.person()))))
                .toList();
        boolean isSure = answer.zone() == Zone.LINK
                && names.containsKey(answer.candidates().getFirst().person());
        return Optional.of(new Who(likely, answer.nobody(), isSure, current.rules()));
    }

    /** Those who do not want to be found are left out. */
    private Map<PersonId, String> names(Answer answer) {
        Map<PersonId, String> names = new HashMap<>();
        sql.sql("""
                        select id, name from people.persons
                        where id = any(:persons) and id not in (select person_id from people.unlinkable_v)
                        """)
                .param(
                        "persons",
                        answer.candidates().stream()
                                .map(candidate -> candidate.person().value())
                                .toArray(Long[]::new))
                .list(Known.class)
                .forEach(person -> names.put(person.id(), person.name()));
        return names;
    }

    private static Likely likely(Candidate candidate, String name) {
        List<Evidence> evidence =
                candidate.evidence().stream().map(Evidence::weighed).toList();
        return new Likely(candidate.person(), name, candidate.probability(), evidence);
    }

    private static String known(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
