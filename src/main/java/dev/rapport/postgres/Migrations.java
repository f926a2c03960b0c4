package dev.rapport.postgres;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Takes an empty database to the versions another one had, history by history, as Spring Modulith does at every start: the
 * root's first, then each module's in a table of its own.
 */
final class Migrations {

    private final DatabaseConnection database;
    private final Map<String, List<BackupManifest.Migration>> histories;

    Migrations(DatabaseConnection database, List<BackupManifest.Migration> wanted) {
        this.database = database;
        this.histories = wanted.stream()
                .collect(Collectors.groupingBy(
                        BackupManifest.Migration::history, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * @throws BackupRefused when this build lacks one of them, or has another text for it
     */
    void requireKnown() {
        histories.values().forEach(this::requireKnown);
    }

    private void requireKnown(List<BackupManifest.Migration> history) {
        Set<BackupManifest.Migration> known = Stream.of(
                        flyway(history).load().info().all())
                .filter(migration -> migration.getVersion() != null)
                .map(migration -> known(history.getFirst().history(), migration))
                .collect(Collectors.toSet());
        for (BackupManifest.Migration migration : history) {
            if (!known.contains(migration)) {
                throw new BackupRefused(
                        "The backup was made by a newer or another Rapport: this one does not know version "
                                + migration.version() + " of " + migration.module()
                                + ". Restore it with the version that made it.");
            }
        }
    }

    private static BackupManifest.Migration known(String history, MigrationInfo migration) {
        return new BackupManifest.Migration(history, String.valueOf(migration.getVersion()), migration.getChecksum());
    }

    void run() {
        histories
                .values()
                .forEach(history -> flyway(history).target(last(history)).load().migrate());
    }

    private FluentConfiguration flyway(List<BackupManifest.Migration> history) {
        return Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration/" + history.getFirst().module())
                .table(history.getFirst().history())
                .baselineVersion("0")
                .baselineOnMigrate(true);
    }

    private static MigrationVersion last(List<BackupManifest.Migration> history) {
        return history.stream()
                .map(migration -> MigrationVersion.fromVersion(migration.version()))
                .max(MigrationVersion::compareTo)
                .orElseThrow();
    }
}
