package dev.rapport.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapport.shared.RapportHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Another JVM owns the database and is killed with SIGKILL. */
class KilledOwnerTests {

    private static final String ACKNOWLEDGED = "acknowledged ";

    private final RapportHome home = TestHome.empty("killed-home");
    private final PostgresFolder folder = PostgresFolder.in(home);

    @Test
    void serverEndsWithItsOwnerAndNothingAcknowledgedIsLost() throws Exception {
        Process owner = otherJvm();
        int acknowledged = killAfter(owner, 500);
        Eventually.until(
                () -> Postmaster.of(folder.data()).filter(Postmaster::isAlive).isEmpty());
        try (EmbeddedPostgres next = EmbeddedPostgres.start(home)) {
            assertThat(countOfRows(next)).isGreaterThanOrEqualTo(acknowledged);
        }
    }

    @Test
    void nextOwnerNeedNotWait() throws Exception {
        int acknowledged = killAfter(otherJvm(), 500);
        try (EmbeddedPostgres next = EmbeddedPostgres.start(home)) {
            assertThat(countOfRows(next)).isGreaterThanOrEqualTo(acknowledged);
        }
    }

    @Test
    void survivorWithoutSupervisorIsStoppedByTheNextOwner() throws Exception {
        Process owner = otherJvm();
        assertThat(nextAcknowledged(owner.inputReader())).isEqualTo(1);
        Postmaster survivor = Postmaster.of(folder.data()).orElseThrow();
        ProcessHandle supervisor = owner.children().findFirst().orElseThrow();
        supervisor.children().filter(child -> child.pid() != survivor.pid()).forEach(ProcessHandle::destroyForcibly);
        supervisor.destroyForcibly();
        owner.destroyForcibly().waitFor();
        assertThat(survivor.isAlive()).isTrue();
        try (EmbeddedPostgres next = EmbeddedPostgres.start(home)) {
            assertThat(survivor.isAlive()).isFalse();
            assertThat(countOfRows(next)).isPositive();
        }
    }

    @Test
    void homeOfALivingOwnerIsRefusedButCanBeAttachedTo() throws Exception {
        Process owner = otherJvm();
        try {
            assertThat(nextAcknowledged(owner.inputReader())).isEqualTo(1);
            assertThatExceptionOfType(DatabaseUnavailable.class)
                    .isThrownBy(() -> EmbeddedPostgres.start(home))
                    .withMessageContaining("is in use by process " + owner.pid() + " (database on port ");
            try (EmbeddedPostgres guest = EmbeddedPostgres.attachOrStart(home)) {
                assertThat(guest.isOurs()).isFalse();
                assertThat(countOfRows(guest)).isPositive();
            }
        } finally {
            owner.destroyForcibly().waitFor();
        }
        EmbeddedPostgres.start(home).close();
    }

    private Process otherJvm() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Owner.class.getName(),
                home.folder() + "");
        return new ProcessBuilder(command)
                .redirectError(TestServer.folder("killed-owner.log").toFile())
                .start();
    }

    /** Reads that many acknowledgements, kills without a warning, reads what was still in the pipe. */
    private static int killAfter(Process owner, int rows) throws IOException {
        BufferedReader acknowledgements = owner.inputReader();
        int last = 0;
        for (int i = 0; i < rows; i++) {
            last = nextAcknowledged(acknowledgements);
        }
        // Process.destroyForcibly would close our end of the pipe as well.
        owner.toHandle().destroyForcibly();
        for (int next = last; next != 0; next = nextAcknowledged(acknowledgements)) {
            last = next;
        }
        return last;
    }

    /** The number of the next acknowledged row, 0 at the end; log lines are passed over. */
    private static int nextAcknowledged(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(ACKNOWLEDGED)) {
                return Integer.parseInt(line.substring(ACKNOWLEDGED.length()));
            }
        }
        return 0;
    }

    private static int countOfRows(EmbeddedPostgres server) throws SQLException {
        return Integer.parseInt(EmbeddedPostgresTests.answer(server.connection(), "select count(*) from counted"));
    }

    /** Commits one row after another and says so, until it is killed. */
    static final class Owner {

        private Owner() {}

        public static void main(String[] arguments) throws SQLException {
            EmbeddedPostgres server = EmbeddedPostgres.start(RapportHome.of(arguments[0]));
            EmbeddedPostgresTests.execute(server.connection(), "create table counted (n int)");
            try (Connection open = server.connection().open();
                    PreparedStatement insert = open.prepareStatement("insert into counted values (?)")) {
                for (int n = 1; ; n++) {
                    insert.setInt(1, n);
                    insert.executeUpdate();
                    System.out.println(ACKNOWLEDGED + n);
                }
            }
        }
    }
}
