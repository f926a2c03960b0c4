package dev.rapport.channels;

import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Sent;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Replies on their way out: each is sent once, or somebody is asked. */
@Service
public class Outbox {

    private final OutboxStore store;
    private final Connectors connectors;
    private final InboxStore inboxes;
    private final SettlesReplies settles;
    private final Duration undo;
    private final Clock clock;

    Outbox(
            OutboxStore store,
            Connectors connectors,
            InboxStore inboxes,
            SettlesReplies settles,
            @Value("${rapport.outbox.undo:10s}") Duration undo,
            Clock clock) {
        this.store = store;
        this.connectors = connectors;
        this.inboxes = inboxes;
        this.settles = settles;
        this.undo = undo;
        this.clock = clock;
    }

    /**
     * Queues a reply in the caller's transaction; it leaves when the time to take it back is over.
     *
     * @return when it leaves at the earliest
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant queue(QueueReply queue) {
        return store.insert(queue, undo);
    }

    /**
     * Takes a reply back that has not left.
     *
     * @return false when it has, or may have
     */
    @Transactional
    public boolean takeBack(UUID key) {
        return store.takeBack(key);
    }

    /** Forgets the words and recipients of replies to somebody who was erased; what has not left does not leave. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Collection<UUID> keys) {
        store.forget(keys);
    }

    public Optional<QueuedReply> find(UUID key) {
        return store.find(key);
    }

    /** The replies of a conversation, oldest first. */
    public List<QueuedReply> ofConversation(long conversation) {
        return store.ofConversation(conversation);
    }

    /**
     * A person found that an unsure reply did arrive.
     *
     * @return false when it is no longer unsure
     */
    @Transactional
    public boolean settleAsSent(UUID key, UserId by) {
        return store.reply(key)
                .map(reply -> settles.sent(reply, new Sent(remoteId(reply), null, clock.instant()), by))
                .orElse(false);
    }

    /**
     * A person found that an unsure reply did not arrive: it is sent again.
     *
     * @return false when it is no longer unsure
     */
    @Transactional
    public boolean settleAsNotSent(UUID key, UserId by) {
        boolean unsure = store.find(key)
                .filter(reply -> reply.state() == ReplyState.UNSURE)
                .isPresent();
        return unsure && store.again(key, null, Duration.ZERO, by);
    }

    /** The id under which its echo will come back, where that can be known; else the key, which no channel uses. */
    private String remoteId(ClaimedReply reply) {
        Inbox inbox = inboxes.find(reply.inbox()).orElseThrow();
        Connection named = new Connection(inbox.id(), inbox.name(), inbox.settings(), Map.of());
        return connectors
                .find(inbox.kind())
                .flatMap(connector -> connector.idOf(named, reply.reply()))
                .orElse("urn:uuid:" + reply.key());
    }
}
