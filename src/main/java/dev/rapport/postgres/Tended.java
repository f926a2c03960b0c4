package dev.rapport.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server in our care: its log is kept small, and it is started again on its port should it die on us. */
final class Tended implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Tended.class);

    private static final int PAUSE_SECONDS = 5;

    private final PostgresFolder home;
    private final HomeLock lock;
    private final Server server;
    private final ServerLog output;
    private final DatabaseConnection connection;
    private final ScheduledExecutorService care;

    private Server.Started started;
    private boolean isClosing;

    private Tended(
            PostgresFolder home,
            HomeLock lock,
            Server server,
            ServerLog output,
            Server.Started started,
            DatabaseConnection connection) {
        this.home = home;
        this.lock = lock;
        this.server = server;
        this.output = output;
        this.started = started;
        this.connection = connection;
        this.care = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("postgres-care").factory());
    }

    /** Starts the server of a home whose {@code lock} we hold; gives the lock back when that fails. */
    static Tended start(PostgresFolder home, HomeLock lock, Map<String, String> settings)
            throws IOException, InterruptedException {
        try {
            return startHolding(home, lock, settings);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private static Tended startHolding(PostgresFolder home, HomeLock lock, Map<String, String> settings)
            throws IOException, InterruptedException {
        PrivateFile.createFolder(home.folder());
        Files.deleteIfExists(home.running());
        Binaries binaries = Binaries.unpackedIn(home);
        Launcher launcher = Launcher.in(home);
        Cluster cluster = Cluster.in(home, binaries, launcher);
        cluster.writeSettings(settings);
        ServerLog output = new ServerLog(home.log(), ServerLog.TEN_MEGABYTES);
        Server server = new Server(binaries, cluster, launcher, output);
        Server.Started started = server.start();
        try {
            DatabaseConnection connection = EmbeddedPostgres.connection(started.port(), cluster.password());
            createDatabase(connection);
            new Running(ProcessHandle.current().pid(), started.port()).writeTo(home.running());
            Tended tended = new Tended(home, lock, server, output, started, connection);
            tended.takeCare();
            return tended;
        } catch (IOException | RuntimeException failed) {
            started.stop();
            throw failed;
        }
    }

    DatabaseConnection connection() {
        return connection;
    }

    private static void createDatabase(DatabaseConnection connection) {
        try (Connection open = connection.database("postgres").open();
                Statement statement = open.createStatement()) {
            try (ResultSet row = statement.executeQuery(
                    "select from pg_database where datname = '" + EmbeddedPostgres.DATABASE + "'")) {
                if (row.next()) {
                    return;
                }
            }
            statement.execute("create database " + EmbeddedPostgres.DATABASE);
        } catch (SQLException failed) {
            throw new DatabaseUnavailable("The embedded database does not accept us: " + failed.getMessage(), failed);
        }
    }

    private void takeCare() {
        care.scheduleWithFixedDelay(this::rotateLog, 1, 1, TimeUnit.MINUTES);
        startAgainWhenItDies();
    }

    private void rotateLog() {
        try {
            output.rotate();
        } catch (IOException failed) {
            log.warn("The database's log cannot be rotated: {}", failed.toString());
        }
    }

    private synchronized void startAgainWhenItDies() {
        started.supervisor().onExit().thenAccept(dead -> {
            if (!care.isShutdown()) {
                care.execute(this::startAgain);
            }
        });
    }

    private synchronized void startAgain() {
        if (isClosing) {
            return;
        }
        log.error("The database server is gone, starting it again; see {}", output.file());
        try {
            started = server.start(started.port());
            startAgainWhenItDies();
        } catch (IOException | DatabaseUnavailable failed) {
            log.error("The database server does not start: {}", failed.getMessage());
            care.schedule(this::startAgain, PAUSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        if (isClosing) {
            return;
        }
        isClosing = true;
        care.shutdown();
        started.stop();
        try {
            Files.deleteIfExists(home.running());
        } catch (IOException left) {
            log.debug("A stale file stays behind", left);
        }
        lock.close();
    }
}
