package dev.rapport.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says about itself.
 *
 * @param format version of the file's layout, {@link #FORMAT}
 * @param application version of Rapport that made it
 * @param madeAt the moment whose state it holds
 * @param migrations every migration the database had gone through
 * @param tables every table with its columns and number of rows
 * @param sequences where each sequence stood
 * @param keys names of the key files
 */
record BackupManifest(
        int format,
        String application,
        Instant madeAt,
        List<Migration> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        List<String> keys) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One migration: the table that records it, its version, and Flyway's checksum of its text. */
    record Migration(
            String history, String version, @Nullable Integer checksum) {

        /** The folder under {@code db/migration} that holds it. */
        String module() {
            String name = history.replaceFirst("^" + DatabaseShape.HISTORY, "");
            return name.isEmpty() ? "__root" : name.substring(1);
        }
    }

    /** Names are quoted as SQL wants them; generated columns are not among {@code columns}. */
    record Table(String name, List<String> columns, long rows) {

        String entry() {
            return "tables/" + name + ".copy";
        }

        String copy(String direction) {
            return "copy " + name + " (" + String.join(", ", columns) + ") " + direction + " (format binary)";
        }

        Table withRows(long counted) {
            return new Table(name, columns, counted);
        }
    }

    /** The value last given out; null when none was. */
    record Sequence(String name, @Nullable Long last) {}

    byte[] toJson() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /**
     * @throws BackupRefused when the file is no backup, or of a layout that this build does not know
     */
    static BackupManifest of(ZipFile backup) throws IOException {
        ZipEntry entry = backup.getEntry(ENTRY);
        if (entry == null) {
            throw new BackupRefused(backup.getName() + " is not a backup of Rapport: it has no " + ENTRY + ".");
        }
        try (InputStream json = backup.getInputStream(entry)) {
            BackupManifest manifest = JSON.readValue(json, BackupManifest.class);
            if (manifest.format() != FORMAT) {
                throw new BackupRefused(backup.getName() + " was made by Rapport " + manifest.application()
                        + " in a layout (" + manifest.format() + ") that this version does not know.");
            }
            return manifest;
        }
    }
}
