package dev.rapport.demo;

import dev.rapport.conversations.Messages;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets the world go on while the server runs: one prepared message after the other, each once in the life of the database,
 * then quiet. What is said goes the way of every message, so cases open by the rules.
 */
@Component
@WhenDemo
class KeepsTalking implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(KeepsTalking.class);

    private final Town town;
    private final Messages messages;
    private final Clock clock;
    private final double pace;
    private final List<Map<String, Object>> stock;
    private @Nullable ScheduledExecutorService speaker;

    KeepsTalking(
            WorldFiles files, Town town, Messages messages, Clock clock, @Value("${rapport.demo.pace:1}") double pace) {
        this.town = town;
        this.messages = messages;
        this.clock = clock;
        this.pace = pace;
        this.stock = files.lines("later.ndjson");
    }

    /** Not before the world is laid; see {@link OpensWorld}. */
    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public synchronized void start() {
        if (speaker == null) {
            speaker = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("demo-talk").daemon().factory());
            next(0);
        }
    }

    @Override
    public synchronized void stop() {
        if (speaker != null) {
            speaker.shutdownNow();
            speaker = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return speaker != null;
    }

    /** Has somebody say something after a while; not at all when the server stops before. */
    synchronized void later(Place place, Map<String, Object> line, Duration after) {
        if (speaker != null) {
            schedule(() -> say(place, line), after);
        }
    }

    /** Goes on with the first line from {@code index} on that was not said yet. */
    private synchronized void next(int index) {
        int at = index;
        while (at < stock.size() && wasSaid(stock.get(at))) {
            at++;
        }
        if (at < stock.size() && speaker != null) {
            Map<String, Object> line = stock.get(at);
            int following = at + 1;
            Duration after = Duration.ofSeconds(Long.parseLong(Town.text(line, "after")));
            schedule(
                    () -> {
                        say(town.named(Town.text(line, "inbox")), line);
                        next(following);
                    },
                    after);
        }
    }

    private boolean wasSaid(Map<String, Object> line) {
        String id = Town.text(line, "id");
        return messages.find(town.placeOf(id).name(), id).isPresent();
    }

    private void say(Place place, Map<String, Object> line) {
        messages.take(place.name(), List.of(town.saidAt(clock.instant(), place, line)), false);
    }

    private void schedule(Runnable what, Duration after) {
        try {
            Objects.requireNonNull(speaker)
                    .schedule(() -> unlessItFails(what), Math.round(after.toMillis() * pace), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            log.debug("The server stops; nothing more is said", stopping);
        }
    }

    private static void unlessItFails(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException e) {
            log.warn("Somebody of the demo world could not speak", e);
        }
    }
}
