package dev.rapport.postgres;

import static dev.rapport.postgres.EmbeddedPostgresTests.answer;
import static dev.rapport.postgres.EmbeddedPostgresTests.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapport.shared.RapportHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTests {

    private static final String ALL_ROWS = """
            select (select jsonb_agg(to_jsonb(a) order by id) from keepsakes.albums a)::text
                || (select jsonb_agg(to_jsonb(p) order by id) from keepsakes.photos p)::text
                || (select jsonb_agg(to_jsonb(o)) from keepsakes."Odd name" o)::text
            """;

    private final DatabaseConnection database = TestServer.newDatabase();
    private final RapportHome home = TestHome.empty("backed-up-home");
    private final RapportHome otherHome = TestHome.empty("restored-home");
    private final List<String> progress = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void everyRowKeyAndSequenceIsThereAgainInAnEmptyHome() throws Exception {
        migrate(database, "2");
        fill(database);
        Files.createDirectories(home.resolve("keys"));
        Files.writeString(home.resolve("keys/secrets"), "key of the secrets");
        long written = backups().backup(file(), progress::add);
        assertThat(written).isEqualTo(2 + 1000 + 1);
        assertThat(progress).contains("keepsakes.photos: 1000");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");

        try (EmbeddedPostgres empty = EmbeddedPostgres.start(otherHome)) {
            DatabaseConnection restored = empty.connection();
            assertThat(new Backups(otherHome, restored).restore(file(), progress::add))
                    .isEqualTo(written);
            assertThat(answer(restored, ALL_ROWS)).isEqualTo(answer(database, ALL_ROWS));
            assertThat(answer(
                            restored, "select to_tsvector('english', 'flights') = words from keepsakes.photos limit 1"))
                    .isEqualTo("t");
            assertThat(answer(restored, "select nextval('keepsakes.tickets')")).isEqualTo("43");
            assertThat(answer(restored, "select nextval('keepsakes.untouched')"))
                    .isEqualTo("7");
            assertThat(answer(restored, "insert into keepsakes.albums (title) values ('next') returning id"))
                    .isEqualTo("3");
            assertThat(answer(restored, "select title from keepsakes.albums where id = 3"))
                    .isEqualTo("NEXT");
        }
        assertThat(otherHome.resolve("keys/secrets")).hasContent("key of the secrets");
    }

    @Test
    void olderBackupIsBroughtUpToDateByTheNextStart() throws Exception {
        migrate(database, "1");
        fill(database);
        backups().backup(file(), progress::add);
        DatabaseConnection restored = TestServer.newDatabase();
        new Backups(otherHome, restored).restore(file(), progress::add);
        assertThat(answer(restored, "select max(version) from flyway_schema_history_keepsakes"))
                .isEqualTo("1");
        migrate(restored, "2");
        assertThat(answer(restored, "select caption from keepsakes.photos where id = 7"))
                .isEqualTo("Photo 7");
    }

    @Test
    void backupOfANewerVersionIsRefusedBeforeAnythingIsTouched() throws Exception {
        migrate(database, "2");
        execute(database, """
                insert into flyway_schema_history_keepsakes
                select 99, '3', 'later', 'SQL', 'V3__later.sql', 1, 'rapport', now(), 1, true
                """);
        backups().backup(file(), progress::add);
        DatabaseConnection empty = TestServer.newDatabase();
        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> new Backups(otherHome, empty).restore(file(), progress::add))
                .withMessageContaining("does not know version 3 of keepsakes");
        assertThat(answer(empty, "select count(*) from pg_tables where schemaname in ('public', 'keepsakes')"))
                .isEqualTo("0");
    }

    @Test
    void databaseWithAnythingInItIsRefused() throws Exception {
        migrate(database, "2");
        fill(database);
        backups().backup(file(), progress::add);
        DatabaseConnection used = TestServer.newDatabase();
        migrate(used, "2");
        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> new Backups(otherHome, used).restore(file(), progress::add))
                .withMessageContaining("is not empty");
        assertThat(answer(used, "select count(*) from keepsakes.photos")).isEqualTo("0");
    }

    @Test
    void homeWithAnotherKeyIsRefused() throws Exception {
        Files.createDirectories(home.resolve("keys"));
        Files.writeString(home.resolve("keys/secrets"), "key of the secrets");
        backups().backup(file(), progress::add);
        Files.createDirectories(otherHome.resolve("keys"));
        Files.writeString(otherHome.resolve("keys/secrets"), "another key");
        DatabaseConnection empty = TestServer.newDatabase();
        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> new Backups(otherHome, empty).restore(file(), progress::add))
                .withMessageContaining("holds another secrets");
    }

    @Test
    void brokenOffRestoreIsNeitherWorkedOnNorInTheWayOfTheNext() throws Exception {
        migrate(database, "2");
        fill(database);
        backups().backup(file(), progress::add);
        DatabaseConnection target = TestServer.newDatabase();
        Backups restoring = new Backups(otherHome, target);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> restoring.restore(file(), line -> {
                    if (line.startsWith("keepsakes.photos")) {
                        throw new IllegalStateException("The power is gone");
                    }
                }));
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> RestoreMark.refuseUnfinished(target))
                .withMessageContaining("was broken off");
        restoring.restore(file(), progress::add);
        RestoreMark.refuseUnfinished(target);
        assertThat(answer(target, ALL_ROWS)).isEqualTo(answer(database, ALL_ROWS));
    }

    @Test
    void backupIsOfOneMomentAlthoughOthersGoOnWriting() throws Exception {
        migrate(database, "2");
        fill(database);
        backups().backup(file(), line -> {
            if (line.startsWith("keepsakes.\"Odd name\"")) {
                writeMeanwhile();
            }
        });
        DatabaseConnection restored = TestServer.newDatabase();
        new Backups(otherHome, restored).restore(file(), progress::add);
        assertThat(answer(restored, "select count(*) from keepsakes.photos")).isEqualTo("1000");
    }

    @Test
    void existingFileIsNotOverwritten() throws IOException {
        Files.writeString(file(), "dear to somebody");
        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> backups().backup(file(), progress::add));
        assertThat(file()).hasContent("dear to somebody");
    }

    @Test
    void fileOfAnotherKindIsRefused() throws IOException {
        Files.writeString(file(), "not a zip");
        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> new Backups(otherHome, database).restore(file(), progress::add))
                .withMessageContaining("is not a backup of Rapport");
    }

    private Backups backups() {
        return new Backups(home, database);
    }

    private Path file() {
        return folder.resolve("backup.zip");
    }

    private static void migrate(DatabaseConnection database, String version) {
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration/keepsakes")
                .table("flyway_schema_history_keepsakes")
                .baselineVersion("0")
                .baselineOnMigrate(true)
                .target(version)
                .load()
                .migrate();
    }

    private static void fill(DatabaseConnection database) throws SQLException {
        execute(database, "insert into keepsakes.albums (title) values ('Été'), ('winter')");
        execute(database, """
                insert into keepsakes.photos (album, picture, details, words, taken_at, tags)
                select 1 + n % 2, decode(md5(n::text), 'hex'), jsonb_build_object('n', n, 'place', E'Zürich "\\n'),
                       to_tsvector('english', 'flights'), timestamptz '2026-01-01' + n * interval '1 minute',
                       array['a', null, 'c,d']
                from generate_series(1, 1000) n
                """);
        execute(database, "update keepsakes.albums set cover = id, title = 'Été ' || id");
        execute(database, "select setval('keepsakes.tickets', 42)");
    }

    private void writeMeanwhile() {
        try {
            execute(database, """
                    insert into keepsakes.photos (album, picture, details, taken_at)
                    values (1, '\\x00', '{}', now())
                    """);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
