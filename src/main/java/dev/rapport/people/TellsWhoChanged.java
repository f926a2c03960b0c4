package dev.rapport.people;

import dev.rapport.access.Audit;
import dev.rapport.access.LiveUpdates;
import dev.rapport.exchange.WebhookEvent;
import dev.rapport.exchange.Webhooks;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells everybody who has to know that somebody is linked, no longer, or asked about. */
@Component
class TellsWhoChanged {

    private final LinkStore store;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final LiveUpdates live;
    private final Webhooks webhooks;

    TellsWhoChanged(
            LinkStore store, ApplicationEventPublisher events, Audit audit, LiveUpdates live, Webhooks webhooks) {
        this.webhooks = webhooks;
        this.store = store;
        this.events = events;
        this.audit = audit;
        this.live = live;
    }

    /** A person decided. */
    void decided(LinkId id, ProfileId voice, PersonId person, @Nullable LinkState before, LinkState now) {
        Map<String, String> facts =
                Map.of("profile", Long.toString(voice.value()), "person", Long.toString(person.value()));
        audit.record("link." + now.name().toLowerCase(Locale.ROOT), "link", id, facts);
        webhooks.tell(
                WebhookEvent.LINK_DECIDED,
                Map.of("link", id.value(), "profile", voice.value(), "person", person.value(), "state", now.name()));
        live.publish("people", Long.toString(person.value()));
        asked();
        if (before != now && (before == LinkState.CONFIRMED || now == LinkState.CONFIRMED)) {
            events.publishEvent(new WhoChanged(store.sameVoice(Set.of(voice))));
        }
    }

    /** Evidence linked, unlinked or asked about these. */
    void changed(List<EvidenceStore.Change> changes) {
        if (!changes.isEmpty()) {
            asked();
            linked(changes.stream()
                    .filter(EvidenceStore.Change::isAboutWho)
                    .map(EvidenceStore.Change::profile)
                    .distinct()
                    .toList());
        }
    }

    /** Evidence linked or unlinked these. */
    void linked(Collection<ProfileId> voices) {
        if (!voices.isEmpty()) {
            live.publish("people", "");
            events.publishEvent(new WhoChanged(store.sameVoice(Set.copyOf(voices))));
        }
    }

    /** There are other questions to answer than before. */
    void asked() {
        live.publish("links", "");
    }
}
