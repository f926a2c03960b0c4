package dev.rapport.channels;

import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Sent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Takes one reply after the other from the outbox and sends it. That it is being sent is committed before the call, so a
 * process that dies meanwhile leaves a reply that is unsure and not one that is sent twice.
 */
@Component
class SendsReplies {

    private static final Logger log = LoggerFactory.getLogger(SendsReplies.class);

    private static final Duration ATTEMPT = Duration.ofSeconds(90);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration GIVE_UP = Duration.ofDays(2);
    private static final Duration PENDING_AT_MOST = Duration.ofDays(14);

    private final OutboxStore store;
    private final InboxStore inboxes;
    private final SettlesReplies settles;
    private final Connectors connectors;
    private final Connections connections;
    private final Clock clock;
    private final Duration attempt;
    private final Duration onItsWay;

    @Autowired
    SendsReplies(
            OutboxStore store,
            InboxStore inboxes,
            SettlesReplies settles,
            Connectors connectors,
            Connections connections,
            Clock clock,
            @Value("${rapport.outbox.on-its-way:2m}") Duration onItsWay) {
        this(store, inboxes, settles, connectors, connections, clock, ATTEMPT, onItsWay);
    }

    /** @param onItsWay how long after a broken attempt a reply may still arrive */
    SendsReplies(
            OutboxStore store,
            InboxStore inboxes,
            SettlesReplies settles,
            Connectors connectors,
            Connections connections,
            Clock clock,
            Duration attempt,
            Duration onItsWay) {
        this.store = store;
        this.inboxes = inboxes;
        this.settles = settles;
        this.connectors = connectors;
        this.connections = connections;
        this.clock = clock;
        this.attempt = attempt;
        this.onItsWay = onItsWay;
    }

    /** Sends the next reply that is due. Returns false when there is none. */
    boolean sendNext() throws InterruptedException {
        Optional<ClaimedReply> next = store.claimDue(Claimant.me(), LEASE);
        if (next.isPresent()) {
            send(next.get());
        }
        return next.isPresent();
    }

    /** Asks the channel of the next unsure reply whether it arrived. Returns false when there is none to ask about. */
    boolean lookForNext() throws InterruptedException {
        Optional<ClaimedReply> next = store.claimUnsure(Claimant.me(), LEASE);
        if (next.isPresent()) {
            look(next.get());
        }
        return next.isPresent();
    }

    /** Asks the place of the next reply that waits for a moderator whether it is posted. Returns false when there is none. */
    boolean lookForNextPending() throws InterruptedException {
        Optional<ClaimedReply> next = store.claimPending(Claimant.me(), LEASE);
        if (next.isPresent()) {
            lookForPending(next.get());
        }
        return next.isPresent();
    }

    private void lookForPending(ClaimedReply reply) throws InterruptedException {
        Sent sent = null;
        try {
            Connections.Way way = connections.to(reply.inbox());
            sent = TimeLimit.call(
                            "looking for a pending reply",
                            attempt,
                            () -> connectors.of(way.inbox().kind()).find(way.connection(), reply.reply()))
                    .map(Landing::sent)
                    .orElse(null);
        } catch (Fault | TimeLimit.Over cannotTell) {
            log.debug("Pending reply {} could not be looked for", reply.key(), cannotTell);
        }
        if (sent != null) {
            settle(reply, sent);
        } else {
            boolean tooOld = reply.queuedAt().plus(PENDING_AT_MOST).isBefore(clock.instant());
            settles.stillPending(reply, Waiting.longest(), tooOld);
        }
    }

    /** What a dead or late sender left half-done becomes unsure; what a conversation does not know yet it is told. */
    void tidy() {
        List<String> dead = store.claimants().stream()
                .filter(one -> Claimant.of(one).isDead())
                .toList();
        store.abandon(dead);
        for (OutboxStore.Untold untold : store.untold()) {
            settles.tellAgain(untold);
        }
    }

    private void send(ClaimedReply reply) throws InterruptedException {
        Sent sent;
        try {
            Connections.Way way = connections.to(reply.inbox());
            sent = TimeLimit.call(
                    "sending a reply",
                    attempt,
                    () -> connectors.of(way.inbox().kind()).send(way.connection(), reply.reply()));
        } catch (Fault fault) {
            failed(reply, fault);
            return;
        } catch (RuntimeException unknown) {
            log.warn("Sending reply {} ended in a way that its connector does not know", reply.key(), unknown);
            settles.unsure(reply, String.valueOf(unknown.getMessage()));
            return;
        }
        settle(reply, sent);
    }

    private void settle(ClaimedReply reply, Sent sent) {
        try {
            settles.sent(reply, sent, null);
        } catch (RuntimeException e) {
            log.error("Reply {} was sent, its conversation could not be told", reply.key(), e);
            settles.sentUntold(reply, sent);
        }
    }

    private void failed(ClaimedReply reply, Fault fault) {
        String why = String.valueOf(fault.getMessage());
        switch (fault) {
            case Fault.Auth auth -> {
                inboxes.needsSignIn(reply.inbox(), why);
                settles.again(reply, why, Duration.ZERO);
            }
            case Fault.Slow slow -> settles.again(reply, why, Waiting.until(slow.until(), clock.instant()));
            case Fault.Refused refused -> settles.refused(reply, why);
            case Fault.Unsure unsure when unsure.isPending() -> settles.pending(reply, why);
            case Fault.Unsure unsure -> settles.unsure(reply, why);
            case Fault.Broken broken -> later(reply, why);
            case Fault.Stuck stuck -> later(reply, why);
        }
    }

    private void later(ClaimedReply reply, String why) {
        boolean tooOld = reply.queuedAt().plus(GIVE_UP).isBefore(clock.instant());
        if (tooOld) {
            settles.refused(reply, "Its channel could not be reached for two days: " + why);
        } else {
            settles.again(reply, why, Waiting.after(reply.tries()));
        }
    }

    private void look(ClaimedReply reply) throws InterruptedException {
        Optional<Landing> landing;
        String why = "The channel cannot say whether it arrived.";
        try {
            Connections.Way way = connections.to(reply.inbox());
            landing = TimeLimit.call(
                    "looking for a reply",
                    attempt,
                    () -> connectors.of(way.inbox().kind()).find(way.connection(), reply.reply()));
        } catch (Fault | TimeLimit.Over cannotTell) {
            landing = Optional.empty();
            why = String.valueOf(cannotTell.getMessage());
        }
        Sent sent = landing.map(Landing::sent).orElse(null);
        if (sent != null) {
            settle(reply, sent);
        } else if (landing.isPresent() && !landing.get().arrived()) {
            notThere(reply);
        } else {
            settles.askPerson(reply, why, Waiting.after(reply.looks()));
        }
    }

    /** What is not there now may have been on its way when the connection broke: only later is it sent again. */
    private void notThere(ClaimedReply reply) {
        Instant since = Objects.requireNonNullElse(reply.unsureAt(), reply.queuedAt());
        Duration left = Duration.between(clock.instant(), since.plus(onItsWay));
        if (left.isPositive()) {
            settles.lookLater(reply, left);
        } else {
            settles.again(reply, null, Duration.ZERO);
        }
    }
}
