package dev.rapport.channels;

import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Renewal;
import dev.rapport.shared.InboxId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The connected places: opening, changing and stopping them, and how they are. */
@Service
public class Inboxes {

    static final InboxId NOT_YET = new InboxId(Long.MAX_VALUE);

    private final InboxStore store;
    private final Secrets secrets;
    private final Connectors connectors;
    private final Connections connections;

    Inboxes(InboxStore store, Secrets secrets, Connectors connectors, Connections connections) {
        this.connections = connections;
        this.store = store;
        this.secrets = secrets;
        this.connectors = connectors;
    }

    /**
     * Connects a place; it is fetched from now on.
     *
     * @throws NameTaken when another inbox has the name
     */
    @Transactional
    public InboxId open(OpenInbox open) {
        InboxId inbox = store.insert(open, connectors.abilities(open.kind()).pull());
        store.seal(inbox, secrets.seal(inbox, open.secrets()));
        return inbox;
    }

    /** The inbox of this name, made when there is none; for what is handed in ({@code import}, {@code api}). */
    @Transactional
    public InboxId findOrMake(String kind, String name, String network) {
        return store.byName(name).map(Inbox::id).orElseGet(() -> {
            store.insertUnlessThere(kind, name, network);
            return store.byName(name).orElseThrow().id();
        });
    }

    public Optional<Inbox> find(InboxId id) {
        return store.find(id);
    }

    public Optional<Inbox> byName(String name) {
        return store.byName(name);
    }

    /** All inboxes by name. */
    public List<Inbox> all() {
        return store.all();
    }

    /** What can be done in an inbox; nothing when it does not exist. */
    public Abilities abilities(InboxId id) {
        return store.find(id).map(inbox -> connectors.abilities(inbox.kind())).orElse(Abilities.NONE);
    }

    /** Stops fetching and sending; what is queued stays queued. */
    @Transactional
    public void pause(InboxId id) {
        store.put(id, InboxState.PAUSED);
    }

    /** Goes on where it stopped, also after a sign-in was needed. */
    @Transactional
    public void resume(InboxId id) {
        store.put(id, InboxState.OK);
    }

    /** Fetches as soon as somebody has time. */
    @Transactional
    public void fetchSoon(InboxId id) {
        store.runSoon(id);
    }

    /**
     * Changes how an inbox is reached and lets it try again. Its address, history and place stay.
     *
     * @throws NameTaken when another inbox has the name
     */
    @Transactional
    public void change(ChangeInbox change) {
        Inbox inbox = store.find(change.inbox()).orElseThrow();
        store.change(change, inbox.address());
        if (!change.secrets().isEmpty()) {
            store.seal(change.inbox(), secrets.seal(change.inbox(), merged(change)));
        }
        if (inbox.state() != InboxState.PAUSED) {
            store.put(change.inbox(), InboxState.OK);
        }
    }

    /** A place that is not connected yet, to be tried; nothing is stored. */
    public Attempt attempt(OpenInbox open) {
        return new Attempt(
                connectors.of(open.kind()), new Connection(NOT_YET, open.name(), open.settings(), open.secrets()));
    }

    /** Changed settings, to be tried with the secrets that stay; what is renewed of these is kept at once. */
    public Attempt attempt(ChangeInbox change) {
        Inbox inbox = store.find(change.inbox()).orElseThrow();
        Renewal renewal = change.secrets().isEmpty() ? connections.renewal(inbox.id()) : Renewal.UNKEPT;
        return new Attempt(
                connectors.of(inbox.kind()),
                new Connection(change.inbox(), change.name(), change.settings(), merged(change), renewal));
    }

    /** Tries a place that is not connected yet, step by step; nothing is stored. */
    public Health probe(OpenInbox open) {
        return attempt(open).probe();
    }

    /** Tries changed settings, with the secrets that stay. */
    public Health probe(ChangeInbox change) {
        return attempt(change).probe();
    }

    /** Sends something from a place to itself and waits until it arrives; nothing is stored. */
    public Health prove(OpenInbox open, Duration atMost) {
        return attempt(open).prove(atMost);
    }

    private Map<String, String> merged(ChangeInbox change) {
        Map<String, String> all = new HashMap<>(known(change.inbox()));
        all.putAll(change.secrets());
        return all;
    }

    /** Secrets that no longer open are gone; the new ones stand alone. */
    private Map<String, String> known(InboxId inbox) {
        try {
            return secrets.open(inbox, store.sealed(inbox));
        } catch (Fault.Auth sealedWithAnotherKey) {
            return Map.of();
        }
    }
}
