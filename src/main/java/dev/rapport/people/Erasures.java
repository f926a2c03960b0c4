package dev.rapport.people;

import dev.rapport.access.Audit;
import dev.rapport.access.LiveUpdates;
import dev.rapport.shared.ErasureLock;
import dev.rapport.shared.HeldRows;
import dev.rapport.shared.HeldSection;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.PersonalDataHolder;
import dev.rapport.shared.Subject;
import dev.rapport.shared.SubjectSql;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is held about somebody in all modules: counted, handed out, erased. Erasing is one transaction, keeps everything else
 * from coming in meanwhile, and leaves tombstones so that no file, channel or backup brings it back.
 */
@Service
public class Erasures {

    private final ObjectProvider<PersonalDataHolder> holders;
    private final Subjects subjects;
    private final SubjectSql sql;
    private final ErasureStore store;
    private final ErasureLock lock;
    private final Audit audit;
    private final LiveUpdates live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Erasures(
            ObjectProvider<PersonalDataHolder> holders,
            Subjects subjects,
            SubjectSql sql,
            ErasureStore store,
            ErasureLock lock,
            Audit audit,
            LiveUpdates live,
            ApplicationEventPublisher events,
            Clock clock) {
        this.holders = holders;
        this.subjects = subjects;
        this.sql = sql;
        this.store = store;
        this.lock = lock;
        this.audit = audit;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /** How much is held about a person, by section. */
    @Transactional(readOnly = true)
    public Map<String, Long> count(PersonId person) {
        return count(subjects.of(person));
    }

    /** What is still going on with a person and would be broken off by erasing them, by section. */
    @Transactional(readOnly = true)
    public Map<String, Long> pending(PersonId person) {
        return sql.count(sections(PersonalDataHolder::ongoing), subjects.of(person));
    }

    /** Hands over all that is held about a person, section after section; noted in the audit trail. */
    @Transactional
    public void export(PersonId person, HeldRows rows) {
        sql.export(sections(PersonalDataHolder::sections), subjects.of(person), rows);
        audit.record("person.exported", "person", person, Map.of());
    }

    /** That somebody was erased. */
    @Transactional(readOnly = true)
    public Optional<Erasure> find(long id) {
        return store.find(id);
    }

    /**
     * Erases a person.
     *
     * @return the number of its record
     * @throws NoSuchPerson when there is none of that id
     */
    @Transactional
    public long erase(ErasePerson command) {
        lock.alone();
        if (!store.isThere(command.person())) {
            throw new NoSuchPerson(command.person());
        }
        Subject subject = subjects.of(command.person());
        Map<String, Long> counts = count(subject);
        long record = erase(subject, Erasure.Kind.PERSON, command.by(), clock.instant(), counts);
        audit.record("person.erased", "person", command.person(), texts(counts));
        return record;
    }

    /**
     * Forgets a colleague who left: name, address and ways in; what they did stays without a name.
     *
     * @throws CannotForget when they can still sign in
     */
    @Transactional
    public void forget(UserId colleague, UserId by) {
        lock.alone();
        if (!store.hasLeft(colleague)) {
            throw new CannotForget();
        }
        Subject subject = Subject.ofUsers(Set.of(colleague));
        Map<String, Long> counts = count(subject);
        erase(subject, Erasure.Kind.USER, by, clock.instant(), counts);
        audit.record("user.erased", "user", colleague, Map.of());
    }

    /** Erases whoever came back with an older backup; those it names may be known by some of their keys only. */
    @Transactional
    void eraseAgain(Subject partly, Instant at) {
        Subject subject = subjects.completed(partly);
        erase(subject, Erasure.Kind.RESTORE, null, at, count(subject));
    }

    private long erase(Subject subject, Erasure.Kind kind, @Nullable UserId by, Instant at, Map<String, Long> counts) {
        holders.orderedStream().forEach(holder -> holder.erase(subject, at));
        long record = store.add(kind, by, at, counts);
        subject.persons().forEach(person -> live.publish("people", Long.toString(person.value())));
        live.publish("inbox", "");
        if (!subject.profiles().isEmpty()) {
            events.publishEvent(new WhoChanged(subject.profiles()));
        }
        return record;
    }

    private Map<String, Long> count(Subject subject) {
        return sql.count(sections(PersonalDataHolder::sections), subject);
    }

    private List<HeldSection> sections(Function<PersonalDataHolder, List<HeldSection>> of) {
        return holders.orderedStream().map(of).flatMap(List::stream).toList();
    }

    private static Map<String, String> texts(Map<String, Long> counts) {
        Map<String, String> texts = new LinkedHashMap<>();
        counts.forEach((section, count) -> texts.put(section, Long.toString(count)));
        return texts;
    }
}
