package dev.rapport.channels;

import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Search;
import dev.rapport.shared.InboxId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is listened for besides what is said to us. */
@Service
public class Searches {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int SHOWN = 30;

    private final SearchStore store;
    private final Connectors connectors;
    private final Connections connections;
    private final InboxStore inboxes;

    Searches(SearchStore store, Connectors connectors, Connections connections, InboxStore inboxes) {
        this.store = store;
        this.connectors = connectors;
        this.connections = connections;
        this.inboxes = inboxes;
    }

    /**
     * A message that a search finds now, and what would become of it.
     *
     * @param verdict a key that screens have words for: {@code TAKEN}, or why it would be passed over
     */
    public record Found(Heard heard, String verdict) {

        public boolean isTaken() {
            return verdict.equals(Sieve.Verdict.TAKEN.name());
        }
    }

    /** What can be listened for in an inbox; nothing where its place cannot be searched. */
    public Set<Search.Kind> kinds(InboxId inbox) {
        return inboxes.find(inbox)
                .flatMap(one -> connectors.find(one.kind()))
                .map(Connector::searches)
                .orElse(Set.of());
    }

    /**
     * What a search finds at this moment, newest first; nothing is kept.
     *
     * @throws dev.rapport.channels.spi.Fault when the place cannot be asked
     */
    public List<Found> preview(SaveSearch draft) throws InterruptedException {
        Connections.Way way = connections.to(draft.inbox());
        Connector connector = connectors.of(way.inbox().kind());
        Page page = ask(connector, way, draft.search());
        String us = inboxes.find(draft.inbox()).map(Inbox::address).orElse(null);
        Sieve sieve = new Sieve(draft, us, draft.dailyBudget());
        List<Found> found = new ArrayList<>();
        for (Item item : page.items().reversed()) {
            if (item instanceof Item.Read read && found.size() < SHOWN) {
                found.add(new Found(read.heard(), sieve.of(read.heard()).name()));
            }
        }
        return found;
    }

    /** Saves a search; one for the same words is changed. */
    @Transactional
    public long save(SaveSearch save) {
        long id = store.save(save);
        inboxes.runSoon(save.inbox());
        return id;
    }

    /** Listens no more; what was heard stays. */
    @Transactional
    public boolean remove(InboxId inbox, long id) {
        return store.remove(inbox, id);
    }

    /** The searches of an inbox. */
    public List<SavedSearch> ofInbox(InboxId inbox) {
        return store.ofInbox(inbox);
    }

    private static Page ask(Connector connector, Connections.Way way, Search search) throws InterruptedException {
        try {
            return TimeLimit.call(
                    "looking what a search finds", LIMIT, () -> connector.search(way.connection(), search, null));
        } catch (TimeLimit.Over late) {
            throw new Fault.Broken(String.valueOf(late.getMessage()), late);
        }
    }
}
