package dev.rapport.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Migrates the database: what belongs to all first, then each module's folder with a history of its own. The order among
 * modules does not matter, since no migration names another module's schema. It reads the folders and not the modules'
 * declarations, because looking for those in all classes cost half of the start.
 */
final class MigratesEachModule implements FlywayMigrationStrategy {

    private static final Pattern FOLDER = Pattern.compile("db/migration/([a-z]+)/V[^/]*\\.sql$");

    @Override
    public void migrate(Flyway flyway) {
        migrate(flyway, "__root", "flyway_schema_history");
        for (String module : modules()) {
            migrate(flyway, module, "flyway_schema_history_" + module);
        }
    }

    private static void migrate(Flyway flyway, String folder, String history) {
        Flyway.configure(flyway.getConfiguration().getClassLoader())
                .configuration(flyway.getConfiguration())
                .locations("classpath:db/migration/" + folder)
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static SortedSet<String> modules() {
        SortedSet<String> modules = new TreeSet<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql")) {
                Matcher folder = FOLDER.matcher(file.getURL().getPath());
                if (folder.find()) {
                    modules.add(folder.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The migrations cannot be read.", e);
        }
        return modules;
    }
}
