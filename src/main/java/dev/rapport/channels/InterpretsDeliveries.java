package dev.rapport.channels;

import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Interpreted;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Receiver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads one kept delivery after the other, in the order they came: what it says and that it was read are stored together.
 * One that cannot be read is tried again and then put aside; those behind it go on meanwhile.
 */
@Component
class InterpretsDeliveries {

    private static final Logger log = LoggerFactory.getLogger(InterpretsDeliveries.class);

    private static final int TRIES = 5;
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final DeliveryStore store;
    private final InboxStore inboxes;
    private final TakesPages pages;
    private final Connectors connectors;
    private final TransactionTemplate transaction;

    InterpretsDeliveries(
            DeliveryStore store,
            InboxStore inboxes,
            TakesPages pages,
            Connectors connectors,
            TransactionTemplate transaction) {
        this.store = store;
        this.inboxes = inboxes;
        this.pages = pages;
        this.connectors = connectors;
        this.transaction = transaction;
    }

    /** Reads the delivery that has waited longest. Returns false when none is due. */
    boolean interpretNext() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<DeliveryStore.Kept> next = store.lockDue();
            next.ifPresent(kept -> read(kept, false));
            return next.isPresent();
        }));
    }

    /** Reads one again that was put aside; once more in vain puts it aside again. */
    DeliveryState again(long id) {
        DeliveryState became = transaction.execute(
                status -> store.lock(id).map(kept -> read(kept, true)).orElse(DeliveryState.TAKEN));
        return became == null ? DeliveryState.TAKEN : became;
    }

    void tidy() {
        store.forgetTaken(REMEMBERED);
    }

    private DeliveryState read(DeliveryStore.Kept kept, boolean byHand) {
        try {
            ClaimedInbox inbox = inboxes.look(kept.inbox()).orElseThrow();
            Connection named = new Connection(inbox.id(), inbox.name(), inbox.settings(), Map.of());
            Interpreted said = receiver(inbox).interpret(named, kept.delivery());
            return takeBehindSavepoint(kept, inbox, said, byHand);
        } catch (RuntimeException unreadable) {
            log.debug("Delivery {} could not be read", kept.id(), unreadable);
            return failed(kept, why(unreadable), byHand);
        }
    }

    /** What fails while it is taken in is undone alone, so that the failure can be written down. */
    private DeliveryState takeBehindSavepoint(
            DeliveryStore.Kept kept, ClaimedInbox inbox, Interpreted said, boolean byHand) {
        TransactionTemplate savepoint =
                new TransactionTemplate(java.util.Objects.requireNonNull(transaction.getTransactionManager()));
        savepoint.setPropagationBehavior(TransactionTemplate.PROPAGATION_NESTED);
        List<Heard> heard = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Item item : said.items()) {
            switch (item) {
                case Item.Read read -> heard.add(read.heard());
                case Item.Unreadable broken -> unreadable.add(broken.why());
            }
        }
        savepoint.executeWithoutResult(status -> {
            if (pages.accept(inbox.id(), inbox.madeAt(), heard) > 0) {
                store.heard(inbox.id());
            }
        });
        if (!unreadable.isEmpty()) {
            return failed(kept, String.join(" ", unreadable), byHand);
        }
        if (!said.unrouted().isEmpty()) {
            store.settle(kept.id(), DeliveryState.UNROUTED, String.join(" ", said.unrouted()));
            return DeliveryState.UNROUTED;
        }
        store.taken(kept.id());
        return DeliveryState.TAKEN;
    }

    private DeliveryState failed(DeliveryStore.Kept kept, String why, boolean byHand) {
        if (byHand || kept.tries() + 1 >= TRIES) {
            store.settle(kept.id(), DeliveryState.PARKED, why);
            return DeliveryState.PARKED;
        }
        store.again(kept.id(), why, Waiting.after(kept.tries() + 1));
        return DeliveryState.WAITING;
    }

    private Receiver receiver(ClaimedInbox inbox) {
        Connector connector = connectors.of(inbox.kind());
        if (connector instanceof Receiver receiver) {
            return receiver;
        }
        throw new Fault.Refused("Nothing is delivered to channels of kind “" + inbox.kind() + "”.");
    }

    private static String why(RuntimeException failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
