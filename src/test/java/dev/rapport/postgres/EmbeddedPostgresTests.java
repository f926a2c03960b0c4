package dev.rapport.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapport.shared.RapportHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** With the settings that ship. */
class EmbeddedPostgresTests {

    private final RapportHome home = TestHome.empty("embedded-home");
    private final PostgresFolder folder = PostgresFolder.in(home);

    @Test
    void rowsAreThereAfterARestart() throws SQLException {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(home)) {
            execute(first.connection(), "create table greetings (words text)");
            execute(first.connection(), "insert into greetings values ('bonjour')");
        }
        try (EmbeddedPostgres second = EmbeddedPostgres.start(home)) {
            assertThat(answer(second.connection(), "select words from greetings"))
                    .isEqualTo("bonjour");
        }
    }

    @Test
    void shippedSettingsLoseNothingAndOpenNoOtherDoor() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home)) {
            DatabaseConnection connection = server.connection();
            assertThat(answer(connection, "show fsync")).isEqualTo("on");
            assertThat(answer(connection, "show full_page_writes")).isEqualTo("on");
            assertThat(answer(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(answer(connection, "show data_checksums")).isEqualTo("on");
            assertThat(answer(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(answer(connection, "show unix_socket_directories")).isEmpty();
            assertThat(answer(connection, "show server_encoding")).isEqualTo("UTF8");
            assertThat(answer(connection, "select datlocprovider from pg_database where datname = 'rapport'"))
                    .isEqualTo("i");
        }
    }

    @Test
    void ownSettingsOfTheOperatorWin() throws IOException, SQLException {
        EmbeddedPostgres.start(home).close();
        Files.writeString(folder.localSettings(), "work_mem = 5MB\n");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home)) {
            assertThat(answer(server.connection(), "show work_mem")).isEqualTo("5MB");
        }
    }

    @Test
    void wrongPasswordIsRefused() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home)) {
            DatabaseConnection right = server.connection();
            DatabaseConnection wrong = new DatabaseConnection(right.url(), right.user(), right.password() + "x");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(wrong::open)
                    .withMessageContaining("password authentication failed");
        }
    }

    @Test
    void secretsAreReadableByTheirOwnerOnly() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home)) {
            assertThat(mode(folder.password())).isEqualTo("rw-------");
            assertThat(mode(folder.running())).isEqualTo("rw-------");
            assertThat(mode(folder.lock())).isEqualTo("rw-------");
            assertThat(mode(folder.data())).isEqualTo("rwx------");
            assertThat(server.connection().toString())
                    .doesNotContain(server.connection().password());
        }
        assertThat(folder.running()).doesNotExist();
    }

    @Test
    void secondOwnerIsToldWhoHoldsTheHome() {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(home)) {
            assertThat(first.isOurs()).isTrue();
            assertThatExceptionOfType(DatabaseUnavailable.class)
                    .isThrownBy(() -> EmbeddedPostgres.start(home))
                    .withMessageContaining("The home " + home.folder() + " is in use by process "
                            + ProcessHandle.current().pid())
                    .withMessageContaining("RAPPORT_HOME");
        }
        EmbeddedPostgres.start(home).close();
    }

    @Test
    void attachedOneUsesTheOwnersDatabaseAndLeavesItRunning() throws SQLException {
        try (EmbeddedPostgres owner = EmbeddedPostgres.start(home)) {
            try (EmbeddedPostgres guest = EmbeddedPostgres.attachOrStart(home)) {
                assertThat(guest.isOurs()).isFalse();
                assertThat(guest.connection()).isEqualTo(owner.connection());
            }
            assertThat(answer(owner.connection(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void attachingStartsTheDatabaseWhenNobodyDid() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.attachOrStart(home)) {
            assertThat(server.isOurs()).isTrue();
            assertThat(answer(server.connection(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void interruptedUnpackingAndCreationAreDoneAgain() throws IOException, SQLException {
        FileSystemUtils.deleteRecursively(folder.binaries(BuildInfo.postgresVersion()));
        Path unpacking = folder.binaries(BuildInfo.postgresVersion() + ".new");
        Files.createDirectories(unpacking.resolve("bin"));
        Files.writeString(unpacking.resolve("bin/postgres"), "half of a program");
        Files.createDirectories(folder.folder().resolve("data.new"));
        Files.writeString(folder.folder().resolve("data.new/PG_VERSION"), "18");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home)) {
            assertThat(answer(server.connection(), "select 1")).isEqualTo("1");
        }
        assertThat(unpacking).doesNotExist();
        assertThat(folder.folder().resolve("data.new")).doesNotExist();
    }

    @Test
    void dataOfAnotherMajorVersionIsNotTouched() throws IOException {
        EmbeddedPostgres.start(home).close();
        Files.writeString(folder.data().resolve("PG_VERSION"), "17\n");
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> EmbeddedPostgres.start(home))
                .withMessageContaining("was made by PostgreSQL 17");
    }

    @Test
    void serverThatDiesIsStartedAgainOnItsPort() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home)) {
            execute(server.connection(), "create table greetings (words text)");
            long dead = Postmaster.of(folder.data()).orElseThrow().pid();
            ProcessHandle.of(dead).orElseThrow().destroyForcibly();
            Eventually.until(() -> Postmaster.of(folder.data())
                    .filter(now -> now.pid() != dead && now.isReady())
                    .isPresent());
            assertThat(answer(server.connection(), "select count(*) from greetings"))
                    .isEqualTo("0");
        }
    }

    @Test
    void longLogIsSetAside() throws IOException {
        Path file = Files.createDirectories(home.folder()).resolve("postgres.log");
        ServerLog log = new ServerLog(file, 10);
        Files.writeString(file, "eleven char");
        log.rotate();
        assertThat(file).isEmptyFile();
        assertThat(file.resolveSibling("postgres.log.1")).hasContent("eleven char");
        Files.writeString(file, "short");
        log.rotate();
        assertThat(file).hasContent("short");
    }

    static void execute(DatabaseConnection connection, String sql) throws SQLException {
        try (Connection open = connection.open();
                Statement statement = open.createStatement()) {
            statement.execute(sql);
        }
    }

    static String answer(DatabaseConnection connection, String sql) throws SQLException {
        try (Connection open = connection.open();
                Statement statement = open.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
