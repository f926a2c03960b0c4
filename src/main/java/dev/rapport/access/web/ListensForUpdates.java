package dev.rapport.access.web;

import dev.rapport.access.LiveUpdates;
import dev.rapport.shared.web.WhenServing;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears what any process publishes, on one connection kept for it, and passes it to the streams of this one. After a lost
 * connection it listens anew and has every screen look again, because what was said meanwhile is gone.
 */
@Component
@WhenServing
final class ListensForUpdates implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ListensForUpdates.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final LiveStreams streams;
    private final AtomicLong version = new AtomicLong(System.currentTimeMillis());
    private volatile boolean isRunning;
    private @Nullable Thread listener;

    ListensForUpdates(DataSource dataSource, LiveStreams streams) {
        this.dataSource = dataSource;
        this.streams = streams;
    }

    @Override
    public void start() {
        isRunning = true;
        listener = Thread.ofVirtual().name("live-updates").start(this::listen);
    }

    /** Waits for the listener to give its connection back, so that the pool closes quietly. */
    @Override
    public void stop() {
        isRunning = false;
        if (listener != null) {
            join(listener);
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    private void listen() {
        while (isRunning) {
            try (Connection connection = dataSource.getConnection()) {
                streams.closeAll();
                follow(connection);
            } catch (SQLException lost) {
                log.warn("Live updates lost their connection, trying again: {}", lost.getMessage());
                pause();
            }
        }
    }

    private void follow(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + LiveUpdates.CHANNEL);
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (isRunning) {
                for (PGNotification notification : postgres.getNotifications((int) PATIENCE.toMillis())) {
                    streams.tell(LiveUpdate.parse(notification.getParameter(), version.incrementAndGet()));
                }
            }
            statement.execute("unlisten *");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
