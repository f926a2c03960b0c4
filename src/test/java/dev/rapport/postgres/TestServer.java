package dev.rapport.postgres;

import dev.rapport.shared.RapportHome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The one database server of a test run: embedded under {@code target/}, or the one that RAPPORT_TEST_DATABASE_URL (with
 * _USER and _PASSWORD) names. Every caller gets an empty database of its own; those of earlier runs are dropped first.
 */
public final class TestServer {

    private static final String PREFIX = "rapport_test_";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable DatabaseConnection administration;

    private TestServer() {}

    /** A new, empty database. */
    public static synchronized DatabaseConnection newDatabase() {
        DatabaseConnection server = administration();
        String name = PREFIX + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        try (Connection open = server.open();
                Statement statement = open.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException("No test database " + name, failed);
        }
        return server.database(name);
    }

    private static DatabaseConnection administration() {
        if (administration == null) {
            String url = System.getenv("RAPPORT_TEST_DATABASE_URL");
            administration = url == null || url.isBlank() ? embedded().connection() : outside(url);
            dropThoseOfEarlierRuns(administration);
        }
        return administration;
    }

    private static DatabaseConnection outside(String url) {
        return OutsideDatabase.at(
                        url,
                        System.getenv().getOrDefault("RAPPORT_TEST_DATABASE_USER", ""),
                        System.getenv().getOrDefault("RAPPORT_TEST_DATABASE_PASSWORD", ""))
                .connection();
    }

    // The server ends with this process. A second run in the same checkout takes the next home.
    private static EmbeddedPostgres embedded() {
        Map<String, String> settings = Map.of("fsync", "off", "full_page_writes", "off", "max_connections", "200");
        for (int home = 1; ; home++) {
            try {
                return EmbeddedPostgres.start(new RapportHome(folder("test-home-" + home)), settings);
            } catch (HomeInUse inUse) {
                if (home == 8) {
                    throw inUse;
                }
            }
        }
    }

    /** A folder under the build's own, for homes and files of tests. */
    public static Path folder(String name) {
        return Path.of("target", name).toAbsolutePath();
    }

    private static void dropThoseOfEarlierRuns(DatabaseConnection server) {
        try (Connection open = server.open();
                Statement statement = open.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("""
                    select datname from pg_database d
                    where datname like 'rapport\\_test\\_%'
                      and not exists (select from pg_stat_activity a where a.datid = d.oid)
                    """)) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            for (String name : names) {
                statement.execute("drop database " + name);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("Old test databases cannot be dropped", failed);
        }
    }
}
