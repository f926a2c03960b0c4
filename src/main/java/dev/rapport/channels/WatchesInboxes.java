package dev.rapport.channels;

import dev.rapport.channels.spi.Fault;
import dev.rapport.shared.InboxId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Waits at the places that announce news, so that a message is fetched at once and not at the next turn. Only a nudge:
 * whatever is missed here comes with the next fetch.
 */
@Component
class WatchesInboxes {

    private static final Logger log = LoggerFactory.getLogger(WatchesInboxes.class);

    private static final Duration AT_MOST = Duration.ofMinutes(9);
    private static final Duration AFTER_NEWS = Duration.ofSeconds(2);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final InboxStore store;
    private final Connectors connectors;
    private final Connections connections;
    private final Map<InboxId, Thread> watchers = new ConcurrentHashMap<>();

    WatchesInboxes(InboxStore store, Connectors connectors, Connections connections) {
        this.store = store;
        this.connectors = connectors;
        this.connections = connections;
    }

    /** Sees to it that every inbox that can announce news is watched. */
    void keepWatch(Runnable onNews) {
        for (InboxId inbox : store.listening()) {
            watchers.computeIfAbsent(
                    inbox,
                    id -> Thread.ofVirtual()
                            .name("watching inbox " + id.value())
                            .start(() -> watch(id, onNews)));
        }
    }

    void stop() {
        watchers.values().forEach(Thread::interrupt);
    }

    private void watch(InboxId inbox, Runnable onNews) {
        try {
            Thread.sleep(await(inbox, onNews));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            watchers.remove(inbox);
        }
    }

    /** Waits once; returns how long to rest before the next time. */
    private Duration await(InboxId inbox, Runnable onNews) throws InterruptedException {
        try {
            Connections.Way way = connections.to(inbox);
            String kind = way.inbox().kind();
            if (!connectors.abilities(kind).await()) {
                return AT_MOST;
            }
            if (connectors.of(kind).await(way.connection(), way.inbox().cursor(), AT_MOST)) {
                store.runSoon(inbox);
                onNews.run();
                return AFTER_NEWS;
            }
            return AFTER_FAILURE;
        } catch (Fault e) {
            log.debug("Waiting for news of inbox {} ended: {}", inbox.value(), e.getMessage());
            return AFTER_FAILURE;
        } catch (RuntimeException e) {
            log.warn("Waiting for news of inbox {} failed", inbox.value(), e);
            return AFTER_FAILURE;
        }
    }
}
