package dev.rapport.postgres;

import dev.rapport.shared.RapportHome;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The database that comes with Rapport. Started, it belongs to this process, which no other may share, and ends with it;
 * attached, it belongs to another process and is only used.
 */
public final class EmbeddedPostgres implements DatabaseServer {

    static final String DATABASE = "rapport";

    private static final Duration OWNER_START_LIMIT = Duration.ofMinutes(2);

    private final DatabaseConnection connection;
    private final @Nullable Tended tended;

    private EmbeddedPostgres(DatabaseConnection connection, @Nullable Tended tended) {
        this.connection = connection;
        this.tended = tended;
    }

    /**
     * Starts the database of {@code home}, making it first when there is none; the caller closes it.
     *
     * @throws HomeInUse when another process serves this home
     * @throws DatabaseUnavailable when the server does not start
     */
    public static EmbeddedPostgres start(RapportHome home) {
        return start(home, Map.of());
    }

    /** Starts with settings that differ from the shipped ones; for tests, which need not survive a power cut. */
    static EmbeddedPostgres start(RapportHome home, Map<String, String> settings) {
        PostgresFolder folder = PostgresFolder.in(home);
        return tryToStart(folder, settings).orElseThrow(() -> inUse(folder));
    }

    /**
     * The database of {@code home} whoever serves it: attached to when a process does already, else started and owned.
     *
     * @throws DatabaseUnavailable when it can be neither reached nor started
     */
    public static EmbeddedPostgres attachOrStart(RapportHome home) {
        PostgresFolder folder = PostgresFolder.in(home);
        Instant giveUp = Instant.now().plus(OWNER_START_LIMIT);
        while (Instant.now().isBefore(giveUp)) {
            Optional<EmbeddedPostgres> found = tryToAttach(folder).or(() -> tryToStart(folder, Map.of()));
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
        throw inUse(folder);
    }

    @Override
    public DatabaseConnection connection() {
        return connection;
    }

    /** Whether this process started it and will stop it. */
    public boolean isOurs() {
        return tended != null;
    }

    /** Stops it when it is ours: sessions are cut off, everything committed is kept. Returns when the server is down. */
    @Override
    public void close() {
        if (tended != null) {
            tended.close();
        }
    }

    private static Optional<EmbeddedPostgres> tryToStart(PostgresFolder home, Map<String, String> settings) {
        try {
            HomeLock lock = HomeLock.tryToTake(home).orElse(null);
            if (lock == null) {
                return Optional.empty();
            }
            Tended tended = Tended.start(home, lock, settings);
            return Optional.of(new EmbeddedPostgres(tended.connection(), tended));
        } catch (IOException failed) {
            throw new DatabaseUnavailable("The embedded database cannot use " + home.home() + ": " + failed, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while the database started", interrupted);
        }
    }

    private static Optional<EmbeddedPostgres> tryToAttach(PostgresFolder home) {
        Running running = Running.readFrom(home.running()).orElse(null);
        if (running == null || ProcessHandle.of(running.owner()).isEmpty()) {
            return Optional.empty();
        }
        try {
            DatabaseConnection connection =
                    connection(running.port(), Files.readString(home.password()).strip());
            try (Connection open = connection.open();
                    Statement statement = open.createStatement();
                    ResultSet row = statement.executeQuery("select 1")) {
                return row.next() ? Optional.of(new EmbeddedPostgres(connection, null)) : Optional.empty();
            }
        } catch (IOException | SQLException notNow) {
            return Optional.empty();
        }
    }

    static DatabaseConnection connection(int port, String password) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
        return new DatabaseConnection(ConnectionParameters.addTo(url), Cluster.USER, password);
    }

    private static HomeInUse inUse(PostgresFolder home) {
        String owner = Running.readFrom(home.running())
                .map(running -> "process " + running.owner() + " (database on port " + running.port() + ")")
                .orElse("another process, which is starting or stopping");
        return new HomeInUse("The home " + home.home() + " is in use by " + owner
                + ". Stop that one first, or choose another home" + " with RAPPORT_HOME.");
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while waiting for the database", interrupted);
        }
    }
}
