package dev.rapport.people;

import dev.rapport.conversations.Batch;
import dev.rapport.conversations.BatchStep;
import dev.rapport.conversations.Step;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Recognises persons as soon as either side is there: the voices of a batch that was understood, or the voices that new facts
 * about a person meet. Exact evidence comes first; the matcher is asked about the rest.
 */
@Component
class Recognises implements BatchStep {

    private final EvidenceStore store;
    private final Lookups lookups;
    private final TellsWhoChanged tells;

    Recognises(EvidenceStore store, Lookups lookups, TellsWhoChanged tells) {
        this.store = store;
        this.lookups = lookups;
        this.tells = tells;
    }

    @Override
    public Step step() {
        return Step.ATTRIBUTED;
    }

    @Override
    public void take(Batch batch) {
        tells.changed(store.link(batch));
        lookups.heard(batch);
    }

    /** These persons are new or others than before. */
    void persons(Collection<PersonId> persons) {
        if (!persons.isEmpty()) {
            exact(store.metBy(persons));
            lookups.changed(persons);
        }
    }

    /** These profiles are new or others than before. */
    void profiles(Collection<ProfileId> profiles) {
        if (!profiles.isEmpty()) {
            exact(profiles);
            lookups.due(profiles);
        }
    }

    private void exact(Collection<ProfileId> profiles) {
        if (!profiles.isEmpty()) {
            List<EvidenceStore.Change> changes = new ArrayList<>(store.loosen(profiles));
            changes.addAll(store.link(profiles));
            tells.changed(changes);
        }
    }
}
