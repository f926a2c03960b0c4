package dev.rapport.people;

import dev.rapport.conversations.ProfilesEntered;
import dev.rapport.conversations.ProfilesTied;
import dev.rapport.shared.ProfileId;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Follows what becomes of profiles, within the transaction in which it happens. */
@Component
class KnowsVoices {

    private final VoiceStore store;
    private final Recognises recognises;
    private final TellsWhoChanged tells;

    KnowsVoices(VoiceStore store, Recognises recognises, TellsWhoChanged tells) {
        this.store = store;
        this.recognises = recognises;
        this.tells = tells;
    }

    /** One voice has one set of links: those of the provisional profile move to the one with the id. */
    @EventListener
    void tied(ProfilesTied tied) {
        Set<ProfileId> linked = new HashSet<>(store.tie(tied.voices()));
        recognises.profiles(Set.copyOf(tied.voices().values()));
        tells.linked(linked);
    }

    @EventListener
    void entered(ProfilesEntered entered) {
        recognises.profiles(entered.profiles());
    }
}
