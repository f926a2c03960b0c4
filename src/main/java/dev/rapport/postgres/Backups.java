package dev.rapport.postgres;

import dev.rapport.shared.RapportHome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Writes all there is into one file, while the application runs, and fills an empty home from such a file.
 *
 * <p>A backup is a zip: every table by binary {@code COPY}, all in one {@code REPEATABLE READ} snapshot; the files of
 * {@code home/keys}, without which the encrypted columns cannot be read; a manifest. It is as secret as the home itself.
 *
 * <p>A restore takes an empty database to exactly the migrations that the backup's database had gone through, then loads
 * the rows. Migrations that this build has beyond those are left to its next start, which runs them over the loaded rows
 * as it would have over the old database: an older backup is brought up to date by the same path as any upgrade. Should
 * the build lack one of the backup's migrations, or know another text for it, it refuses.
 */
public final class Backups {

    private final RapportHome home;
    private final DatabaseConnection database;

    public Backups(RapportHome home, DatabaseConnection database) {
        this.home = home;
        this.database = database;
    }

    /**
     * Writes a backup; {@code file} appears only when it is whole, readable by its owner only.
     *
     * @param progress gets one line per table
     * @return the number of rows written
     * @throws BackupRefused when {@code file} exists already
     */
    public long backup(Path file, Consumer<String> progress) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new BackupRefused(target + " exists already; nothing was written.");
        }
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try (FileChannel channel = PrivateFile.create(unfinished);
                Connection connection = database.open()) {
            BackupWriter writer =
                    new BackupWriter(connection, PostgresFolder.in(home).keys(), progress);
            long rows = rows(writer.write(channel));
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            return rows;
        } catch (SQLException failed) {
            throw new IOException("The backup failed: " + failed.getMessage(), failed);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * Fills an empty database and home. Nobody else may use the database meanwhile; the application is started afterwards.
     *
     * @param progress gets one line per table
     * @return the number of rows loaded
     * @throws BackupRefused when the file is no backup, a newer version made it, or there is something already
     */
    public long restore(Path file, Consumer<String> progress) throws IOException {
        try (ZipFile backup = new ZipFile(file.toFile())) {
            KeyFiles keys = PostgresFolder.in(home).keys();
            return rows(new Restoration(backup, database, keys, progress).run());
        } catch (ZipException notOne) {
            throw new BackupRefused(file + " is not a backup of Rapport: " + notOne.getMessage() + ".");
        } catch (SQLException failed) {
            throw new IOException("The restore failed: " + failed.getMessage(), failed);
        }
    }

    private static long rows(BackupManifest manifest) {
        return manifest.tables().stream().mapToLong(BackupManifest.Table::rows).sum();
    }
}
