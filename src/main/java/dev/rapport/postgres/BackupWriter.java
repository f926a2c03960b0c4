package dev.rapport.postgres;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Writes one database and its keys into one file, as they are at one moment. */
final class BackupWriter {

    private final Connection connection;
    private final KeyFiles keys;
    private final Consumer<String> progress;

    BackupWriter(Connection connection, KeyFiles keys, Consumer<String> progress) {
        this.connection = connection;
        this.keys = keys;
        this.progress = progress;
    }

    BackupManifest write(FileChannel file) throws IOException, SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16))) {
            zip.setLevel(Deflater.BEST_SPEED);
            BackupManifest manifest = writeAll(zip);
            connection.rollback();
            zip.finish();
            zip.flush();
            file.force(true);
            return manifest;
        }
    }

    private BackupManifest writeAll(ZipOutputStream zip) throws IOException, SQLException {
        DatabaseShape shape = new DatabaseShape(connection);
        Instant madeAt = Instant.now();
        List<BackupManifest.Migration> migrations = shape.migrations();
        List<BackupManifest.Table> tables = writeTables(zip, shape.tables());
        // Sequences stand outside of transactions: read last, they are never behind the rows.
        BackupManifest manifest = new BackupManifest(
                BackupManifest.FORMAT,
                BuildInfo.applicationVersion(),
                madeAt,
                migrations,
                tables,
                shape.sequences(),
                writeKeys(zip));
        zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
        zip.write(manifest.toJson());
        zip.closeEntry();
        return manifest;
    }

    private List<BackupManifest.Table> writeTables(ZipOutputStream zip, List<BackupManifest.Table> tables)
            throws IOException, SQLException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        List<BackupManifest.Table> written = new ArrayList<>();
        for (BackupManifest.Table table : tables) {
            zip.putNextEntry(new ZipEntry(table.entry()));
            long rows = copy.copyOut(table.copy("to stdout"), (OutputStream) zip);
            zip.closeEntry();
            progress.accept(table.name() + ": " + rows);
            written.add(table.withRows(rows));
        }
        return written;
    }

    private List<String> writeKeys(ZipOutputStream zip) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path key : keys.all()) {
            String name = String.valueOf(key.getFileName());
            zip.putNextEntry(new ZipEntry(Restoration.KEYS + name));
            zip.write(Files.readAllBytes(key));
            zip.closeEntry();
            names.add(name);
        }
        return names;
    }
}
