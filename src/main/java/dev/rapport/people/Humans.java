package dev.rapport.people;

import dev.rapport.access.Audit;
import dev.rapport.access.LiveUpdates;
import dev.rapport.people.CannotJoin.Why;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which persons on record are one human: said by people, taken back without loss. Nothing is merged; messages, cases and
 * purchases are read through the one who leads as long as it stands.
 */
@Service
@Transactional
public class Humans {

    private final HumanStore store;
    private final PersonReads persons;
    private final Lookups lookups;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final LiveUpdates live;

    Humans(
            HumanStore store,
            PersonReads persons,
            Lookups lookups,
            ApplicationEventPublisher events,
            Audit audit,
            LiveUpdates live) {
        this.store = store;
        this.persons = persons;
        this.lookups = lookups;
        this.events = events;
        this.audit = audit;
        this.live = live;
    }

    /** The person on whose page everything about a person stands: themselves unless they stand under another. */
    @Transactional(readOnly = true)
    public PersonId human(PersonId person) {
        return store.human(person);
    }

    /** All rows that are one human, the leading one first. */
    @Transactional(readOnly = true)
    public List<PersonId> rows(PersonId person) {
        return store.rows(store.human(person));
    }

    /**
     * Joins two persons; the one who leads may stand for others already.
     *
     * @throws CannotJoin when it makes no sense as things stand
     */
    public void join(JoinPersons command) {
        PersonId leading = store.human(command.leading());
        check(command.person(), leading);
        if (store.rows(command.person()).size() > 1) {
            throw new CannotJoin(Why.LEADS_OTHERS);
        }
        PersonId before = store.human(command.person());
        if (before.equals(leading)) {
            return;
        }
        if (!before.equals(command.person())) {
            store.decide(command.person(), before, "WITHDRAWN", command.by(), command.why());
        }
        store.decide(command.person(), leading, "CONFIRMED", command.by(), command.why());
        tell("person.joined", command.person(), leading);
    }

    /**
     * Takes a person from under the one who leads.
     *
     * @throws CannotJoin when they stand under nobody
     */
    public void part(PartPersons command) {
        PersonId leading = store.human(command.person());
        if (leading.equals(command.person())) {
            throw new CannotJoin(Why.NOT_JOINED);
        }
        store.hold(command.person(), leading);
        store.decide(command.person(), leading, "WITHDRAWN", command.by(), command.why());
        tell("person.parted", command.person(), leading);
    }

    /** Remembers that two persons are two humans; those who were joined are taken apart. */
    public void keepApart(KeepApart command) {
        check(command.person(), command.other());
        store.decide(command.person(), command.other(), "REFUSED", command.by(), command.why());
        tell("person.kept-apart", command.person(), command.other());
    }

    private void check(PersonId person, PersonId other) {
        if (person.equals(other)) {
            throw new CannotJoin(Why.ONESELF);
        }
        store.hold(person, other);
    }

    private void tell(String action, PersonId person, PersonId leading) {
        audit.record(action, "person", person, Map.of("other", Long.toString(leading.value())));
        lookups.changed(List.of(person, leading));
        Set<ProfileId> profiles = new HashSet<>(persons.profilesOf(person));
        profiles.addAll(persons.profilesOf(leading));
        live.publish("people", Long.toString(person.value()));
        live.publish("people", Long.toString(leading.value()));
        if (!profiles.isEmpty()) {
            events.publishEvent(new WhoChanged(Set.copyOf(profiles)));
        }
    }
}
