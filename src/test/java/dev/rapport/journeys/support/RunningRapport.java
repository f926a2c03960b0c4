package dev.rapport.journeys.support;

import dev.rapport.postgres.EmbeddedPostgres;
import dev.rapport.shared.RapportHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/** The application as a process of its own, on a home of its own, that can be killed without a warning and started again. */
public final class RunningRapport implements AutoCloseable {

    private static final String OWNER_LINK = "Open this link to create the owner: ";
    private static final String SIGN_IN_LINK = "Open this link to sign in: ";
    private static final String SERVED = "Rapport is served at ";

    private final Path home;
    private final List<String> asked;
    private final int port = FreePort.find();
    private Process process;
    private Optional<String> ownerLink = Optional.empty();
    private Optional<String> signInLink = Optional.empty();

    private RunningRapport(Path home, List<String> asked) throws IOException {
        this.home = home;
        this.asked = asked;
        this.process = start();
    }

    /** Starts it on an empty home of that name below {@code target/}. */
    public static RunningRapport onEmptyHome(String name) throws IOException {
        return new RunningRapport(emptied(name), List.of("serve"));
    }

    /** Starts it as {@code bin/dev} does, with the demo world, on an empty home of that name below {@code target/}. */
    public static RunningRapport onDemoHome(String name) throws IOException {
        return new RunningRapport(emptied(name), List.of("serve", "--dev", "--demo"));
    }

    private static Path emptied(String name) throws IOException {
        Path home = Path.of("target", "journeys", name).toAbsolutePath();
        FileSystemUtils.deleteRecursively(home);
        return home;
    }

    public String address() {
        return "http://localhost:" + port;
    }

    /** The link that the first start printed. */
    public String ownerLink() {
        return ownerLink.orElseThrow();
    }

    /** The link for developers that the last start printed. */
    public String signInLink() {
        return signInLink.orElseThrow();
    }

    /** SIGKILL: nothing in the process runs any more. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public void startAgain() throws IOException {
        process = start();
    }

    /** A number out of its database, whether it runs or not. */
    public long number(String query) throws SQLException {
        try (EmbeddedPostgres database = EmbeddedPostgres.attachOrStart(new RapportHome(home));
                Connection open = database.connection().open();
                Statement statement = open.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A connection to the database of the running application; the caller closes it. */
    public Connection database() throws SQLException {
        try (EmbeddedPostgres database = EmbeddedPostgres.attachOrStart(new RapportHome(home))) {
            if (database.isOurs()) {
                throw new IllegalStateException("The application does not run");
            }
            return database.connection().open();
        }
    }

    /** Ends it in an orderly way. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It lives for seconds.
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-Drapport.channels.poll=1s", "-Drapport.outbox.undo=1s"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("dev.rapport.cli.RapportCommand");
        command.addAll(asked);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("RAPPORT_HOME", home.toString());
        builder.environment().put("RAPPORT_PORT", Integer.toString(port));
        Files.createDirectories(home.getParent());
        builder.redirectError(ProcessBuilder.Redirect.appendTo(
                home.resolveSibling(home.getFileName() + ".log").toFile()));
        Process started = builder.start();
        awaitServed(started.inputReader());
        return started;
    }

    private void awaitServed(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(OWNER_LINK)) {
                ownerLink = Optional.of(line.substring(OWNER_LINK.length()));
            }
            if (line.startsWith(SIGN_IN_LINK)) {
                signInLink = Optional.of(line.substring(SIGN_IN_LINK.length()));
            }
            if (line.startsWith(SERVED)) {
                return;
            }
        }
        throw new IllegalStateException("It did not start; see " + home.resolveSibling(home.getFileName() + ".log"));
    }
}
