package dev.rapport.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The data folder: made once by {@code initdb}, its settings written anew at every start. */
record Cluster(Path data, String password) {

    static final String USER = "rapport";

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);

    /** The cluster of this home, made first when there is none. */
    static Cluster in(PostgresFolder home, Binaries binaries, Launcher launcher)
            throws IOException, InterruptedException {
        if (!Files.isDirectory(home.data())) {
            create(home, binaries, launcher);
        }
        requireSameMajorVersion(home.data());
        return new Cluster(home.data(), Files.readString(home.password()).strip());
    }

    private static void create(PostgresFolder home, Binaries binaries, Launcher launcher)
            throws IOException, InterruptedException {
        log.info("Creating the database in {}", home.data());
        Path unfinished = home.data().resolveSibling("data.new");
        FileSystemUtils.deleteRecursively(unfinished);
        PrivateFile.write(home.password(), newPassword());
        ServerLog output = new ServerLog(home.log(), ServerLog.TEN_MEGABYTES);
        long mark = output.length();
        int exit = launcher.run(List.of(
                binaries.program("initdb"),
                "--pgdata=" + unfinished,
                "--username=" + USER,
                "--pwfile=" + home.password(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // The root collation of Unicode: good order in every language, no favourite, the same on every machine.
                "--locale-provider=icu",
                "--icu-locale=und",
                "--locale=C",
                "--data-checksums"));
        if (exit != 0) {
            throw new DatabaseUnavailable("initdb failed: " + output.since(mark));
        }
        Files.move(unfinished, home.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void requireSameMajorVersion(Path data) throws IOException {
        String there = Files.readString(data.resolve("PG_VERSION")).strip();
        String here = BuildInfo.postgresVersion().replaceFirst("\\..*", "");
        if (!there.equals(here)) {
            throw new DatabaseUnavailable("The database in " + data + " was made by PostgreSQL " + there
                    + ", this build brings " + here + ". Back it up with the Rapport that made it and restore the"
                    + " backup into a new home.");
        }
    }

    /** Writes the shipped settings, then {@code overrides}, which only tests have. */
    void writeSettings(Map<String, String> overrides) throws IOException {
        try (InputStream shipped = Cluster.class.getResourceAsStream("/postgres/postgresql.conf")) {
            if (shipped == null) {
                throw new IllegalStateException("postgres/postgresql.conf is missing from the class path");
            }
            StringBuilder text = new StringBuilder(new String(shipped.readAllBytes(), StandardCharsets.UTF_8));
            overrides.forEach((name, value) ->
                    text.append(name).append(" = '").append(value).append("'\n"));
            PrivateFile.write(data.resolve("postgresql.conf"), text.toString());
        }
    }

    private static String newPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
