package dev.rapport.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Fills an empty database and home from one backup; what was done is marked unfinished until all of it is there. */
final class Restoration {

    static final String KEYS = "keys/";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final ZipFile backup;
    private final BackupManifest manifest;
    private final DatabaseConnection database;
    private final KeyFiles keys;
    private final Consumer<String> progress;

    Restoration(ZipFile backup, DatabaseConnection database, KeyFiles keys, Consumer<String> progress)
            throws IOException {
        this.backup = backup;
        this.manifest = BackupManifest.of(backup);
        this.database = database;
        this.keys = keys;
        this.progress = progress;
    }

    BackupManifest run() throws IOException, SQLException {
        Migrations migrations = new Migrations(database, manifest.migrations());
        migrations.requireKnown();
        requireSameOrNoKeys();
        try (Connection connection = database.open()) {
            requireEmpty(connection);
            allowLoading(connection);
            RestoreMark.set(connection);
            progress.accept("tables");
            migrations.run();
            load(connection);
        }
        return manifest;
    }

    private void requireSameOrNoKeys() throws IOException {
        for (String name : manifest.keys()) {
            if (keys.differs(name, content(KEYS + name))) {
                throw new BackupRefused("The home is not empty: " + keys.folder() + " holds another " + name
                        + ". Restore into a new home.");
            }
        }
    }

    private void requireEmpty(Connection connection) {
        DatabaseShape shape = new DatabaseShape(connection);
        if (RestoreMark.isSet(connection)) {
            progress.accept("A restore that was broken off is removed");
            shape.dropAll();
        }
        if (!shape.isEmpty()) {
            throw new BackupRefused("The database at " + database.address() + " is not empty. Restore into a new home,"
                    + " or an outside database that was never used.");
        }
    }

    // Rows come table by table, not in the order in which they refer to one another; they are known to fit together.
    private void allowLoading(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
        } catch (SQLException refused) {
            if (!INSUFFICIENT_PRIVILEGE.equals(refused.getSQLState())) {
                throw refused;
            }
            throw new BackupRefused("The database user " + database.user() + " may not load rows without checks. Let an"
                    + " administrator run: grant set on parameter session_replication_role to " + database.user()
                    + ";");
        }
    }

    private void load(Connection connection) throws IOException, SQLException {
        connection.setAutoCommit(false);
        requireSameTables(connection);
        loadTables(connection);
        setSequences(connection);
        for (String name : manifest.keys()) {
            keys.write(name, content(KEYS + name));
        }
        RestoreMark.remove(connection);
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    private void requireSameTables(Connection connection) {
        Set<BackupManifest.Table> expected =
                manifest.tables().stream().map(table -> table.withRows(0)).collect(Collectors.toSet());
        if (!Set.copyOf(new DatabaseShape(connection).tables()).equals(expected)) {
            throw new BackupRefused("The backup holds other tables than its migrations make: "
                    + "something else was kept in that database. It cannot be restored.");
        }
    }

    private void loadTables(Connection connection) throws IOException, SQLException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try (Statement statement = connection.createStatement()) {
            // Some migrations bring rows of their own; the backup has those rows as they were at its time.
            if (!manifest.tables().isEmpty()) {
                statement.execute("truncate "
                        + manifest.tables().stream()
                                .map(BackupManifest.Table::name)
                                .collect(Collectors.joining(", ")));
            }
        }
        for (BackupManifest.Table table : manifest.tables()) {
            try (InputStream rows = entry(table.entry())) {
                requireAll(table, copy.copyIn(table.copy("from stdin"), rows));
            }
            progress.accept(table.name() + ": " + table.rows());
        }
    }

    private static void requireAll(BackupManifest.Table table, long loaded) {
        if (loaded != table.rows()) {
            throw new BackupRefused("The backup is damaged: " + table.name() + " should have " + table.rows()
                    + " rows and has " + loaded + ".");
        }
    }

    private void setSequences(Connection connection) throws SQLException {
        String set =
                "select setval(?::regclass, coalesce(?, seqstart), ?) from pg_sequence where seqrelid = ?::regclass";
        try (PreparedStatement statement = connection.prepareStatement(set)) {
            for (BackupManifest.Sequence sequence : manifest.sequences()) {
                statement.setString(1, sequence.name());
                statement.setObject(2, sequence.last(), Types.BIGINT);
                statement.setBoolean(3, sequence.last() != null);
                statement.setString(4, sequence.name());
                statement.execute();
            }
        }
    }

    private byte[] content(String name) throws IOException {
        try (InputStream entry = entry(name)) {
            return entry.readAllBytes();
        }
    }

    private InputStream entry(String name) throws IOException {
        return backup.getInputStream(Objects.requireNonNull(backup.getEntry(name), () -> name + " is missing"));
    }
}
