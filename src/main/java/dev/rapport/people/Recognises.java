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
 * Recognises persons by exact evidence as soon as either side is there: the profiles of a batch that was understood, or the
 * profiles that new facts about a person meet.
 */
@Component
class Recognises implements BatchStep {

    private final EvidenceStore store;
    private final TellsWhoChanged tells;

    Recognises(EvidenceStore store, TellsWhoChanged tells) {
        this.store = store;
        this.tells = tells;
    }

    @Override
    public Step step() {
        return Step.ATTRIBUTED;
    }

    @Override
    public void take(Batch batch) {
        tell(store.link(batch));
    }

    /** These persons are new or others than before. */
    void persons(Collection<PersonId> persons) {
        if (!persons.isEmpty()) {
            profiles(store.metBy(persons));
        }
    }

    /** These profiles are new or others than before. */
    void profiles(Collection<ProfileId> profiles) {
        if (!profiles.isEmpty()) {
            List<EvidenceStore.Change> changes = new ArrayList<>(store.loosen(profiles));
            changes.addAll(store.link(profiles));
            tell(changes);
        }
    }

    private void tell(List<EvidenceStore.Change> changes) {
        if (!changes.isEmpty()) {
            tells.asked();
            tells.linked(changes.stream()
                    .filter(EvidenceStore.Change::isAboutWho)
                    .map(EvidenceStore.Change::profile)
                    .distinct()
                    .toList());
        }
    }
}
