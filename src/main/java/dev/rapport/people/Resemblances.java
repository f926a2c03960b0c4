package dev.rapport.people;

import dev.rapport.people.matching.Candidate;
import dev.rapport.people.matching.Matcher;
import dev.rapport.people.matching.ProfileFacts;
import dev.rapport.shared.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How likely two persons on record are one human: one of them is taken for a profile and compared with everybody else. */
@Service
public class Resemblances {

    /** @param probability that they are one human, 0 to 1 */
    public record Resemblance(double probability, List<Evidence> evidence) {}

    private final Contacts contacts;
    private final Models models;
    private final PersonReads persons;

    Resemblances(Contacts contacts, Models models, PersonReads persons) {
        this.contacts = contacts;
        this.models = models;
        this.persons = persons;
    }

    /** Empty when nothing speaks for it, or as long as the persons are being read. */
    @Transactional(readOnly = true)
    public Optional<Resemblance> of(PersonId person, PersonId other) {
        if (!contacts.isReady()) {
            return Optional.empty();
        }
        contacts.follow();
        Matcher matcher = new Matcher(contacts.index(), models.refresh().model()).besides(person);
        return persons.find(person)
                .flatMap(found -> matcher.resolve(profile(found.facts())).candidates().stream()
                        .filter(candidate -> candidate.person().equals(other))
                        .findFirst()
                        .map(Resemblances::resemblance));
    }

    private static Resemblance resemblance(Candidate candidate) {
        List<Evidence> evidence =
                candidate.evidence().stream().map(Evidence::weighed).toList();
        return new Resemblance(candidate.probability(), evidence);
    }

    private static ProfileFacts profile(PersonFacts facts) {
        List<String> said = new ArrayList<>();
        facts.addresses().stream().map(Address::value).forEach(said::add);
        String place = Stream.of(facts.city(), facts.region(), facts.country())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        String about = Stream.of(facts.title(), facts.organisation())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return new ProfileFacts("", "", facts.name(), about, place, "", false, said);
    }
}
