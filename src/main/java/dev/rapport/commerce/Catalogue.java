package dev.rapport.commerce;

import dev.rapport.commerce.Entered.Outcome;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What we sell and what others sell beside us, with every name people use for it. Every change makes a new version and
 * says so with {@link CatalogueChanged}; one that cannot be is refused with {@link CatalogueRefused}.
 */
@Service
public class Catalogue {

    private final CatalogueSnapshots snapshots;
    private final CatalogueStore store;
    private final CatalogueEntries entries;
    private final CatalogueLines lines;
    private final ApplicationEventPublisher events;

    Catalogue(
            CatalogueSnapshots snapshots,
            CatalogueStore store,
            CatalogueEntries entries,
            CatalogueLines lines,
            ApplicationEventPublisher events) {
        this.snapshots = snapshots;
        this.store = store;
        this.entries = entries;
        this.lines = lines;
        this.events = events;
    }

    /** The whole catalogue as it is now. Cheap when nothing changed, also by another process, since the last call. */
    public CatalogueSnapshot snapshot() {
        return snapshots.now();
    }

    @Transactional
    public Target add(AddBrand command) {
        return changing(() -> entries.add(command));
    }

    @Transactional
    public Target add(AddProduct command) {
        return changing(() -> entries.add(command));
    }

    @Transactional
    public void rename(RenameEntry command) {
        changing(() -> entries.rename(command.target(), command.name()));
    }

    @Transactional
    public void change(ChangeStanding command) {
        changing(() -> entries.standing(command.brand(), command.standing()));
    }

    @Transactional
    public void name(GiveNames command) {
        changing(() -> entries.names(command.target(), command.aliases(), command.handles()));
    }

    /** Returns the aspect's id. */
    @Transactional
    public long add(AddAspect command) {
        return changing(() -> entries.add(command));
    }

    @Transactional
    public void change(ChangeAspect command) {
        changing(() -> entries.change(command));
    }

    /** Removes an entry with its names, aspects and, of a brand, products. What was said about it stays. */
    @Transactional
    public void retire(Target target) {
        changing(() -> {
            entries.retire(target);
            return true;
        });
    }

    @Transactional
    public void retireAspect(long id) {
        changing(() -> {
            entries.retireAspect(id);
            return true;
        });
    }

    /** Adds and changes by name; a refused line does not hold up the others. Entering the same again changes nothing. */
    @Transactional
    public List<Entered> enter(List<CatalogueLine> given) {
        store.lock();
        List<Entered> outcomes = lines.enter(given);
        if (outcomes.stream().anyMatch(e -> e.outcome() == Outcome.ADDED || e.outcome() == Outcome.CHANGED)) {
            changed();
        }
        return outcomes;
    }

    private <T> T changing(Supplier<T> change) {
        store.lock();
        T result = change.get();
        if (!Boolean.FALSE.equals(result)) {
            changed();
        }
        return result;
    }

    private void changed() {
        events.publishEvent(new CatalogueChanged(store.nextVersion()));
    }
}
