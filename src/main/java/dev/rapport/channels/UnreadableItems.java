package dev.rapport.channels;

import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Intake;
import dev.rapport.channels.spi.Item;
import dev.rapport.shared.InboxId;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What came and could not be read. Nothing of it is lost, and it is never in the way of the rest. */
@Service
public class UnreadableItems {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration REST = Duration.ofHours(1);

    private final UnreadableStore store;
    private final Connectors connectors;
    private final Connections connections;
    private final ObjectProvider<Intake> intake;
    private final TransactionTemplate transaction;

    UnreadableItems(
            UnreadableStore store,
            Connectors connectors,
            Connections connections,
            ObjectProvider<Intake> intake,
            TransactionTemplate transaction) {
        this.store = store;
        this.connectors = connectors;
        this.connections = connections;
        this.intake = intake;
        this.transaction = transaction;
    }

    /** Those of an inbox that wait, newest first, at most 200. */
    public List<UnreadableItem> waiting(InboxId inbox) {
        return store.waiting(inbox);
    }

    /**
     * Reads an item again.
     *
     * @return true when it could be read and was taken in, also when that had been done before
     */
    public boolean tryAgain(long id) throws InterruptedException {
        UnreadableStore.Kept kept = store.find(id).orElse(null);
        if (kept == null) {
            return true;
        }
        Item item = again(kept);
        return Boolean.TRUE.equals(transaction.execute(status -> settle(kept, item)));
    }

    /** Tries those again that have rested for an hour, five times in all. */
    void tryRested() throws InterruptedException {
        for (long id : store.due(REST)) {
            tryAgain(id);
        }
    }

    private Item again(UnreadableStore.Kept kept) throws InterruptedException {
        try {
            Connections.Way way = connections.to(kept.inbox());
            return TimeLimit.call(
                    "reading an item again",
                    LIMIT,
                    () -> connectors.of(way.inbox().kind()).again(way.connection(), kept.item()));
        } catch (Fault | TimeLimit.Over e) {
            return new Item.Unreadable(kept.item().remoteId(), kept.item().raw(), String.valueOf(e.getMessage()));
        }
    }

    private boolean settle(UnreadableStore.Kept kept, Item item) {
        return switch (item) {
            case Item.Read read -> {
                intake.getObject().accept(kept.inbox(), List.of(read.heard()), false);
                store.solve(kept.id());
                yield true;
            }
            case Item.Unreadable still -> {
                store.triedInVain(kept.id(), still.why());
                yield false;
            }
        };
    }
}
