package dev.rapport.conversations;

import java.util.Map;
import java.util.SortedMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who speaks, as the networks show them. Others are told when two profiles turn out to be one voice. */
@Component
class Profiles {

    private final ProfileStore store;
    private final ErasedAuthors erased;
    private final ApplicationEventPublisher events;

    Profiles(ProfileStore store, ErasedAuthors erased, ApplicationEventPublisher events) {
        this.store = store;
        this.erased = erased;
        this.events = events;
    }

    /** Makes or refreshes the profiles of a batch. */
    Map<AuthorKey, ProfileStore.Kept> keep(SortedMap<AuthorKey, ProfileStore.Voice> voices) {
        ProfileStore.Keeping keeping = store.keep(voices);
        erased.mark(keeping.profiles());
        tellTied(keeping);
        return keeping.profiles();
    }

    /** The same for profiles that a file gives; what is new is recognised at once. */
    ProfileStore.Keeping enter(SortedMap<AuthorKey, ProfileStore.Voice> voices) {
        ProfileStore.Keeping keeping = store.keep(voices);
        tellTied(keeping);
        if (!keeping.changed().isEmpty()) {
            events.publishEvent(new ProfilesEntered(keeping.changed()));
        }
        return keeping;
    }

    private void tellTied(ProfileStore.Keeping keeping) {
        if (!keeping.tied().isEmpty()) {
            events.publishEvent(new ProfilesTied(keeping.tied()));
        }
    }
}
