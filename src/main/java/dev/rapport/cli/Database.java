package dev.rapport.cli;

import ch.qos.logback.classic.Level;
import dev.rapport.postgres.Backups;
import dev.rapport.postgres.DatabaseConnection;
import dev.rapport.postgres.EmbeddedPostgres;
import dev.rapport.shared.RapportHome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database without the application, for what has to be done before that can start. */
final class Database implements AutoCloseable {

    private final DatabaseConnection connection;
    private final @Nullable EmbeddedPostgres embedded;

    static {
        // Without the application nothing else says how much is told; what goes wrong is thrown.
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    private Database(DatabaseConnection connection, @Nullable EmbeddedPostgres embedded) {
        this.connection = connection;
        this.embedded = embedded;
    }

    /** Whoever else uses it. */
    static Database aside() {
        return isOutside() ? outside() : embedded(EmbeddedPostgres.attachOrStart(Application.home()));
    }

    /** With nobody else on it; a home that is served by another process is refused. */
    static Database alone() {
        return isOutside() ? outside() : embedded(EmbeddedPostgres.start(Application.home()));
    }

    Backups backups() {
        RapportHome home = Application.home();
        return new Backups(home, connection);
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    private static Database embedded(EmbeddedPostgres embedded) {
        return new Database(embedded.connection(), embedded);
    }

    private static Database outside() {
        return new Database(
                new DatabaseConnection(
                        setting("RAPPORT_DATABASE_URL"),
                        setting("RAPPORT_DATABASE_USER"),
                        setting("RAPPORT_DATABASE_PASSWORD")),
                null);
    }

    private static boolean isOutside() {
        return !setting("RAPPORT_DATABASE_URL").isBlank();
    }

    private static String setting(String name) {
        return System.getenv().getOrDefault(name, "");
    }
}
