package dev.rapport.people;

import dev.rapport.conversations.Batch;
import dev.rapport.people.EvidenceStore.Change;
import dev.rapport.people.matching.Answer;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares voices with all persons: at once while a batch is attributed, a little later where many have to be, when persons
 * changed or are not read yet. Every comparison writes what follows from it.
 */
@Component
class Lookups {

    private static final int NAMED = 50;

    private final Contacts contacts;
    private final Models models;
    private final Looks looks;
    private final ComparedVoices voices;
    private final LookupStore store;
    private final VerdictStore verdicts;
    private final PersonChanges changes;
    private final Purposes purposes;
    private final TellsWhoChanged tells;
    private final ApplicationEventPublisher events;
    private final double audited;

    Lookups(
            Contacts contacts,
            Models models,
            Looks looks,
            ComparedVoices voices,
            LookupStore store,
            VerdictStore verdicts,
            PersonChanges changes,
            Purposes purposes,
            TellsWhoChanged tells,
            ApplicationEventPublisher events,
            @Value("${rapport.links.audited:0.02}") double audited) {
        this.contacts = contacts;
        this.models = models;
        this.looks = looks;
        this.voices = voices;
        this.store = store;
        this.verdicts = verdicts;
        this.changes = changes;
        this.purposes = purposes;
        this.tells = tells;
        this.events = events;
        this.audited = audited;
    }

    /** Compares those heard in a batch that nobody is linked to, when they show anything new. */
    void heard(Batch batch) {
        if (!contacts.isReady()) {
            store.due(batch);
            return;
        }
        contacts.follow();
        if (contacts.index().size() > 0 && purposes.isOn(Purpose.CARE)) {
            String rules = models.refresh().rules();
            tells.changed(compare(voices.heard(batch).stream()
                    .filter(voice -> !voice.isLookedAt(rules) || !voice.said().isEmpty())
                    .toList()));
        }
    }

    /** These persons are new, others than before, or gone: who may speak with them is compared again soon. */
    void changed(Collection<PersonId> persons) {
        changes.add(persons);
        if (persons.size() > NAMED) {
            store.sweep();
        } else {
            store.dueTo(persons);
        }
        events.publishEvent(new VoicesWait());
    }

    /** These profiles are new or others than before. */
    void due(Collection<ProfileId> profiles) {
        store.due(profiles);
        events.publishEvent(new VoicesWait());
    }

    /**
     * Compares the next that wait; the persons have to be read.
     *
     * @return how many were looked at; 0 when none waits
     */
    @Transactional
    public int workOff(int most) {
        List<ProfileId> waiting = store.waiting(most);
        if (waiting.isEmpty()) {
            return store.sweepOn() ? 1 : 0;
        }
        contacts.follow();
        models.refresh();
        List<VoiceFacts> there = purposes.isOn(Purpose.CARE) ? voices.of(waiting) : List.of();
        Set<ProfileId> gone = new HashSet<>(waiting);
        there.forEach(voice -> gone.remove(voice.voice()));
        store.drop(gone);
        tells.changed(compare(there));
        return waiting.size();
    }

    /** Compares these again, whatever was made of them before, and tells nobody yet. */
    List<Change> again(List<ProfileId> those) {
        return compare(voices.of(those));
    }

    private List<Change> compare(List<VoiceFacts> compared) {
        if (compared.isEmpty()) {
            return List.of();
        }
        List<Verdict> wanted = new ArrayList<>();
        List<LookupStore.Looked> looked = new ArrayList<>();
        for (VoiceFacts voice : compared) {
            Answer answer = looks.at(voice);
            wanted.addAll(Looks.verdicts(voice, answer));
            looked.add(new LookupStore.Looked(voice.voice(), voice.digest(), answer.nobody()));
        }
        String rules = models.current().rules();
        List<ProfileId> all = compared.stream().map(VoiceFacts::voice).toList();
        List<Change> changed = new ArrayList<>(verdicts.loosen(all, wanted));
        changed.addAll(verdicts.link(wanted, rules, audited));
        store.looked(looked, rules);
        return changed;
    }
}
