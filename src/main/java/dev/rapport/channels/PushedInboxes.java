package dev.rapport.channels;

import dev.rapport.access.Audit;
import dev.rapport.access.PublicUrl;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Receiver;
import dev.rapport.shared.InboxId;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Inboxes that have an address of their own for what is brought to them, and the exchange of the secrets that prove it. */
@Service
public class PushedInboxes {

    private static final int DOOR_BYTES = 18;

    private final Inboxes inboxes;
    private final InboxStore store;
    private final DeliveryStore deliveries;
    private final Secrets secrets;
    private final Connectors connectors;
    private final Connections connections;
    private final PublicUrl publicUrl;
    private final Audit audit;

    PushedInboxes(
            Inboxes inboxes,
            InboxStore store,
            DeliveryStore deliveries,
            Secrets secrets,
            Connectors connectors,
            Connections connections,
            PublicUrl publicUrl,
            Audit audit) {
        this.inboxes = inboxes;
        this.store = store;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.connectors = connectors;
        this.connections = connections;
        this.publicUrl = publicUrl;
        this.audit = audit;
    }

    /**
     * Connects a place and gives it an address.
     *
     * @throws NameTaken when another inbox has the name
     */
    @Transactional
    public InboxId open(OpenInbox open) {
        InboxId inbox = inboxes.open(open);
        deliveries.openDoor(inbox, newDoor());
        audit.record("inbox.connected", "inbox", inbox, Map.of("kind", open.kind()));
        return inbox;
    }

    /** The kinds of places that are connected by the common form, those proven against the live service first. */
    public List<ChannelKind> kinds() {
        return connectors
                .all()
                .flatMap(one -> one.setup().map(setup -> new ChannelKind(one.kind(), setup)).stream())
                .sorted(Comparator.comparing((ChannelKind one) -> !one.setup().isProven())
                        .thenComparing(ChannelKind::kind))
                .toList();
    }

    /** One of them. */
    public Optional<ChannelKind> kind(String kind) {
        return kinds().stream().filter(one -> one.kind().equals(kind)).findFirst();
    }

    /** The last part of an inbox's address; empty when nothing is delivered to it. */
    public Optional<String> door(InboxId inbox) {
        return deliveries.door(inbox);
    }

    /** Where deliveries for an inbox go to, for entering it at the place; empty when its place delivers nothing. */
    public Optional<String> address(InboxId inbox) {
        return store.find(inbox)
                .filter(found -> connectors.find(found.kind()).orElse(null) instanceof Receiver)
                .flatMap(found -> door(inbox).map(door -> publicUrl.of("/in/" + found.kind() + "/" + door)));
    }

    /** Which of its secrets an inbox has, by name; never what they are. */
    public List<String> secretsOf(InboxId inbox) {
        return known(inbox).keySet().stream().sorted().toList();
    }

    /**
     * Puts a new secret into force; what is proven by the former one still counts until that is ended.
     *
     * @param secret by its name
     */
    @Transactional
    public void exchange(InboxId inbox, String secret, String fresh) {
        Map<String, String> all = new HashMap<>(known(inbox));
        String before = all.put(secret, fresh);
        if (before != null) {
            all.put(secret + Connection.FORMER, before);
        }
        store.seal(inbox, secrets.seal(inbox, all));
        audit.record("inbox.secret.changed", "inbox", inbox, Map.of("secret", secret));
    }

    /** The former secret counts no more. */
    @Transactional
    public void endExchange(InboxId inbox, String secret) {
        Map<String, String> all = new HashMap<>(known(inbox));
        if (all.remove(secret + Connection.FORMER) != null) {
            store.seal(inbox, secrets.seal(inbox, all));
            audit.record("inbox.secret.former-ended", "inbox", inbox, Map.of("secret", secret));
        }
    }

    /** Asks a place, before it is connected, who we are there. */
    public Optional<String> ourselves(OpenInbox open) {
        return connectors
                .of(open.kind())
                .ourselves(new Connection(Inboxes.NOT_YET, open.name(), open.settings(), open.secrets()));
    }

    /** Tells the place to deliver to the inbox's address, where a program can; empty when somebody has to enter it there. */
    public Optional<Health> subscribe(InboxId inbox) {
        Connections.Way way = connections.to(inbox);
        try {
            return connectors.of(way.inbox().kind()) instanceof Receiver receiver
                    ? address(inbox).flatMap(address -> receiver.subscribe(way.connection(), address))
                    : Optional.empty();
        } catch (Fault fault) {
            Health.Step step = new Health.Step("subscribed", false, List.of(String.valueOf(fault.getMessage())));
            return Optional.of(Health.of(List.of(step)));
        }
    }

    /** Secrets that no longer open are gone; new ones stand alone. */
    private Map<String, String> known(InboxId inbox) {
        try {
            return secrets.open(inbox, store.sealed(inbox));
        } catch (Fault.Auth sealedWithAnotherKey) {
            return Map.of();
        }
    }

    private static String newDoor() {
        byte[] bytes = new byte[DOOR_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
