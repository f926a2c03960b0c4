package dev.rapport.channels;

import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Limits;
import dev.rapport.channels.spi.Page;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fetches one due inbox after the other, page by page, each page kept together with the place it goes up to. One run an inbox
 * at a time, a few at a time a host, never longer than {@link #RUN}.
 */
@Component
class FetchesInboxes {

    private static final Logger log = LoggerFactory.getLogger(FetchesInboxes.class);

    static final Duration RUN = Duration.ofMinutes(5);
    private static final Duration LEASE = RUN.plusMinutes(1);
    private static final Duration EXPIRES_SOON = Duration.ofDays(7);
    private static final Duration WAITS_FOR_HOST = Duration.ofSeconds(30);
    private static final Duration SHORTLY = Duration.ofSeconds(2);
    private static final int MOST_PAGES = 20;
    private static final int RUNS_A_HOST = 4;
    private static final int TRIES_BEFORE_PASSING_OVER = 3;

    private final InboxStore store;
    private final TakesPages pages;
    private final Listens listens;
    private final Connectors connectors;
    private final Connections connections;
    private final Clock clock;
    private final Duration poll;
    private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();

    FetchesInboxes(
            InboxStore store,
            TakesPages pages,
            Listens listens,
            Connectors connectors,
            Connections connections,
            Clock clock,
            @Value("${rapport.channels.poll:60s}") Duration poll) {
        this.store = store;
        this.pages = pages;
        this.listens = listens;
        this.connectors = connectors;
        this.connections = connections;
        this.clock = clock;
        this.poll = poll;
    }

    /** Fetches the inbox that has waited longest. Returns false when none is due. */
    boolean fetchNext() throws InterruptedException {
        Optional<ClaimedInbox> next = store.claimDue(Claimant.me(), LEASE);
        if (next.isPresent()) {
            run(next.get());
        }
        return next.isPresent();
    }

    /** Gives back the inboxes that dead processes were fetching. */
    void tidy() {
        store.claimants().stream().filter(one -> Claimant.of(one).isDead()).forEach(store::release);
    }

    private void run(ClaimedInbox inbox) throws InterruptedException {
        try {
            Connector connector = connectors.of(inbox.kind());
            Connection connection = connections.of(inbox);
            Semaphore host = hosts.computeIfAbsent(connector.host(connection), any -> new Semaphore(RUNS_A_HOST));
            if (!host.tryAcquire(WAITS_FOR_HOST.toMillis(), TimeUnit.MILLISECONDS)) {
                store.finish(inbox.id(), Claimant.me(), state(inbox), SHORTLY);
                return;
            }
            try {
                Duration next = fetch(inbox, connector, connection);
                listens.listen(inbox, connector, connection);
                listens.lookAgain(inbox, connector, connection);
                store.finish(inbox.id(), Claimant.me(), state(inbox), next);
            } finally {
                host.release();
            }
        } catch (Fault fault) {
            failed(inbox, fault);
        } catch (TimeLimit.Over late) {
            failed(inbox, new Fault.Broken(String.valueOf(late.getMessage()), late));
        } catch (RuntimeException e) {
            log.warn("Fetching inbox {} failed", inbox.id().value(), e);
            failed(inbox, InboxState.BROKEN, String.valueOf(e.getMessage()), Waiting.after(inbox.failures() + 1), null);
        }
    }

    /**
     * Fetches page after page. Returns how long to rest before the next run: a place that gives some pages and then asks for
     * patience was heard.
     */
    private Duration fetch(ClaimedInbox inbox, Connector connector, Connection connection) throws InterruptedException {
        Instant end = clock.instant().plus(RUN);
        Duration rest = connector.rest(connection).orElse(poll);
        Cursor cursor = inbox.cursor();
        for (int number = 0; number < MOST_PAGES && clock.instant().isBefore(end); number++) {
            if (!pages.hasRoom()) {
                return SHORTLY;
            }
            Cursor after = cursor;
            Duration left = Duration.between(clock.instant(), end);
            try {
                Page page = TimeLimit.call("fetching a page", left, () -> connector.fetch(connection, after));
                pages.take(inbox, Claimant.me(), connector, page);
                cursor = page.next();
                Limits limits = page.limits();
                if (limits != null && limits.isForRepliesOnly()) {
                    return untilReset(limits, rest);
                }
                if (!page.more()) {
                    return rest;
                }
            } catch (Fault.Stuck stuck) {
                if (!isHopeless(inbox, stuck)) {
                    throw stuck;
                }
                pages.passOver(inbox, Claimant.me(), stuck.item(), stuck.past());
                cursor = stuck.past();
            } catch (Fault.Slow slow) {
                if (number == 0) {
                    throw slow;
                }
                return Waiting.until(slow.until(), clock.instant());
            }
        }
        return Duration.ZERO;
    }

    /** What is left of a place's limit is kept for replies. */
    private Duration untilReset(Limits limits, Duration rest) {
        Instant resets = limits.resetsAt();
        Duration wait = resets == null ? rest : Waiting.until(resets, clock.instant());
        return wait.compareTo(rest) < 0 ? rest : wait;
    }

    private static boolean isHopeless(ClaimedInbox inbox, Fault.Stuck stuck) {
        boolean same = stuck.item().remoteId().equals(inbox.stuckOn());
        return same && inbox.stuckTimes() >= TRIES_BEFORE_PASSING_OVER - 1;
    }

    private void failed(ClaimedInbox inbox, Fault fault) {
        String why = String.valueOf(fault.getMessage());
        Duration backOff = Waiting.after(inbox.failures() + 1);
        switch (fault) {
            case Fault.Auth auth -> failed(inbox, InboxState.NEEDS_SIGN_IN, why, Duration.ZERO, null);
            case Fault.Slow slow ->
                failed(inbox, InboxState.BROKEN, why, Waiting.until(slow.until(), clock.instant()), null);
            case Fault.Refused refused -> failed(inbox, InboxState.BROKEN, why, Waiting.longest(), null);
            case Fault.Stuck stuck ->
                failed(inbox, InboxState.BROKEN, why, backOff, stuck.item().remoteId());
            case Fault.Unsure unsure -> failed(inbox, InboxState.BROKEN, why, backOff, null);
            case Fault.Broken broken -> failed(inbox, InboxState.BROKEN, why, backOff, null);
        }
    }

    private void failed(ClaimedInbox inbox, InboxState state, String why, Duration next, @Nullable String stuckOn) {
        store.fail(inbox.id(), Claimant.me(), state, why, next, stuckOn);
    }

    /** The setting {@code expires}, an ISO date or instant, says until when the key is good. */
    private InboxState state(ClaimedInbox inbox) {
        String expires = inbox.settings().get("expires");
        if (expires == null || expires.isBlank()) {
            return InboxState.OK;
        }
        try {
            Instant end = Instant.parse(expires.length() == 10 ? expires + "T00:00:00Z" : expires);
            return end.isBefore(clock.instant().plus(EXPIRES_SOON)) ? InboxState.EXPIRING : InboxState.OK;
        } catch (DateTimeException notADate) {
            return InboxState.OK;
        }
    }
}
