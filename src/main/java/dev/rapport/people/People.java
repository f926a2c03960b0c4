package dev.rapport.people;

import dev.rapport.access.Audit;
import dev.rapport.access.LiveUpdates;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The humans behind the voices. Nobody needs a number, an address or a purchase to be one. */
@Service
@Transactional
public class People {

    private final PersonStore store;
    private final PersonReads reads;
    private final Recognises recognises;
    private final Audit audit;
    private final LiveUpdates live;
    private final Clock clock;

    People(PersonStore store, PersonReads reads, Recognises recognises, Audit audit, LiveUpdates live, Clock clock) {
        this.store = store;
        this.reads = reads;
        this.recognises = recognises;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Adds a person; profiles that their addresses and names meet are linked or proposed at once.
     *
     * @throws CannotKeep when the facts cannot be
     */
    public PersonId add(AddPerson command) {
        PersonRules.check(command.facts());
        PersonId id = store.add(command, clock.instant());
        changed("person.added", id);
        return id;
    }

    /**
     * Changes a person.
     *
     * @throws CannotKeep when the facts cannot be
     * @throws NoSuchPerson when there is none of that id
     * @throws org.springframework.dao.OptimisticLockingFailureException when somebody else changed them meanwhile
     */
    public void change(ChangePerson command) {
        PersonRules.check(command.facts());
        if (reads.find(command.id()).isEmpty()) {
            throw new NoSuchPerson(command.id());
        }
        store.change(command, clock.instant());
        changed("person.changed", command.id());
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(PersonId id) {
        return reads.find(id);
    }

    /**
     * Those whose name, address, handle or customer number begins as typed, while it is typed.
     *
     * @param most rows at most
     */
    @Transactional(readOnly = true)
    public List<PersonFound> search(String typed, int most) {
        return reads.search(typed, most);
    }

    /** Who speaks with these profiles, as they are linked now; a profile nobody is known of is left out. */
    @Transactional(readOnly = true)
    public Map<ProfileId, PersonId> who(Collection<ProfileId> profiles) {
        return reads.who(profiles);
    }

    /** Every profile that a person speaks with, as linked now. */
    @Transactional(readOnly = true)
    public List<ProfileId> profilesOf(PersonId person) {
        return reads.profilesOf(person);
    }

    private void changed(String action, PersonId id) {
        recognises.persons(List.of(id));
        audit.record(action, "person", id, Map.of());
        live.publish("people", Long.toString(id.value()));
    }
}
