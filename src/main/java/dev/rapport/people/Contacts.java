package dev.rapport.people;

import dev.rapport.people.matching.Contact;
import dev.rapport.people.matching.ContactIndex;
import dev.rapport.shared.PersonId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * All persons in memory, as the matcher finds them. Filled once, then kept by the log of changes, whichever process made
 * them; whoever asks the index follows the log first.
 */
@Component
class Contacts {

    private final ContactIndex index = new ContactIndex();
    private final ContactReads reads;
    private final PersonChanges changes;
    /** Seen in transactions that were rolled back: to be read again. */
    private final Set<PersonId> unsure = ConcurrentHashMap.newKeySet();

    private volatile @Nullable String place;

    Contacts(ContactReads reads, PersonChanges changes) {
        this.reads = reads;
        this.changes = changes;
    }

    ContactIndex index() {
        return index;
    }

    /** Whether everybody is in it; before, no answer is right. */
    boolean isReady() {
        return place != null;
    }

    /** Reads everybody, unless that was done. */
    synchronized void fill() {
        if (place != null) {
            return;
        }
        changes.prune();
        String from = changes.now();
        List<Contact> page = reads.after(0);
        while (!page.isEmpty()) {
            page.forEach(index::put);
            page = reads.after(page.getLast().id().value());
        }
        place = from;
    }

    /** Takes in who changed since it was last asked. */
    synchronized void follow() {
        String from = place;
        if (from == null) {
            throw new IllegalStateException("The persons are not read yet.");
        }
        PersonChanges.Since since = changes.since(from);
        Set<PersonId> stale = new HashSet<>(since.persons());
        stale.addAll(unsure);
        unsure.removeAll(stale);
        read(stale);
        place = since.place();
    }

    private void read(Set<PersonId> stale) {
        if (stale.isEmpty()) {
            return;
        }
        List<Contact> there = reads.of(stale);
        there.forEach(index::put);
        Set<PersonId> found = there.stream().map(Contact::id).collect(Collectors.toSet());
        stale.stream().filter(person -> !found.contains(person)).forEach(index::remove);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status != STATUS_COMMITTED) {
                        unsure.addAll(stale);
                    }
                }
            });
        }
    }
}
