package dev.rapport.exchange.databases;

import dev.rapport.channels.StartedServer;
import dev.rapport.shared.RapportHome;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The contract against MariaDB, with its driver in the home's folder as users put it there. */
@Tag("servers")
class MariaDatabaseTests extends DatabaseContract {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private static @Nullable StartedServer server;
    private static int port;

    @Autowired
    RapportHome home;

    @BeforeAll
    static void start() throws Exception {
        port = freePort();
        server = StartedServer.start(
                "mariadb",
                Duration.ofMinutes(1),
                MariaDatabaseTests::answers,
                folder.toString(),
                Integer.toString(port));
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void putDriver() throws IOException, URISyntaxException {
        Path jar = Path.of(org.mariadb.jdbc.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.createDirectories(home.resolve("drivers"));
        Files.copy(
                jar,
                home.resolve("drivers").resolve(jar.getFileName().toString()),
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    TheirDatabase theirs() {
        return database();
    }

    private static TheirDatabase database() {
        return new TheirDatabase(DatabaseKind.MARIADB, "127.0.0.1", port, "crm", "rapport", "good");
    }

    private static boolean answers() {
        try (Connection open = database().open()) {
            return open.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
