package dev.rapport.channels;

import dev.rapport.channels.spi.Delivery;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Receipt;
import dev.rapport.channels.spi.Receiver;
import dev.rapport.shared.InboxId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/**
 * What places bring by themselves: its proof is looked at, it is kept as it came, and the place is answered at once. It is
 * read afterwards.
 */
@Service
public class Deliveries {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    /** With so many unread the place is asked to come again later. */
    private static final int MOST_WAITING = 10_000;

    private static final String PLAIN = "text/plain;charset=UTF-8";

    /** What the place is told. */
    public record Answer(int status, String type, String text) {

        static Answer of(int status) {
            return new Answer(status, PLAIN, "");
        }
    }

    private final DeliveryStore store;
    private final InboxStore inboxes;
    private final Connectors connectors;
    private final Connections connections;
    private final InterpretsDeliveries interprets;

    Deliveries(
            DeliveryStore store,
            InboxStore inboxes,
            Connectors connectors,
            Connections connections,
            InterpretsDeliveries interprets) {
        this.store = store;
        this.inboxes = inboxes;
        this.connectors = connectors;
        this.connections = connections;
        this.interprets = interprets;
    }

    /**
     * Takes a delivery that came to an address.
     *
     * @return 200 once it is stored for good or known already, 401 without a good proof, 404 when nobody is there or no
     *     secret is set, 503 when it could not be stored: then the place has to come again
     */
    public Answer take(String kind, String door, Delivery delivery) {
        try {
            Optional<InboxId> inbox = store.behind(kind, door);
            Optional<Receiver> receiver =
                    connectors.find(kind).filter(Receiver.class::isInstance).map(Receiver.class::cast);
            return inbox.isEmpty() || receiver.isEmpty() ? Answer.of(404) : take(inbox.get(), receiver.get(), delivery);
        } catch (DataAccessException | TransactionException e) {
            log.warn("A delivery could not be stored; the place is asked to come again", e);
            return Answer.of(503);
        }
    }

    /** Those of an inbox that somebody should look at, newest first. */
    public List<KeptDelivery> shown(InboxId inbox) {
        return store.shown(inbox);
    }

    /** When a place last brought something that was kept. */
    public Optional<Instant> lastReceived(InboxId inbox) {
        return store.lastReceived(inbox);
    }

    /**
     * Reads a delivery again.
     *
     * @return what became of it
     */
    public DeliveryState replay(long id) {
        return interprets.again(id);
    }

    private Answer take(InboxId inbox, Receiver receiver, Delivery delivery) {
        Receipt receipt;
        try {
            receipt = receiver.receive(connections.to(inbox).connection(), delivery);
        } catch (Fault.Auth sealedWithAnotherKey) {
            inboxes.needsSignIn(inbox, String.valueOf(sealedWithAnotherKey.getMessage()));
            return Answer.of(503);
        }
        return switch (receipt) {
            case Receipt.Inert inert -> Answer.of(404);
            case Receipt.Refused refused -> new Answer(401, PLAIN, refused.why());
            case Receipt.Answer answer -> new Answer(200, PLAIN, answer.text());
            case Receipt.Genuine genuine -> keep(inbox, genuine, delivery);
        };
    }

    private Answer keep(InboxId inbox, Receipt.Genuine genuine, Delivery delivery) {
        if (store.moreWaitingThan(inbox, MOST_WAITING)) {
            return Answer.of(503);
        }
        String event = genuine.eventId();
        store.keep(inbox, event == null ? "sha256:" + sha256(delivery.body()) : event, delivery);
        return Answer.of(200);
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
