package dev.rapport.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts PostgreSQL's programs under {@code supervise.sh}, which stops them when this process ends, however it ends.
 * PostgreSQL refuses to run as root; for root it is started in a user namespace, where the same user has no power.
 */
final class Launcher {

    private final List<String> prefix;
    private final Path log;

    private Launcher(List<String> prefix, Path log) {
        this.prefix = prefix;
        this.log = log;
    }

    static Launcher in(PostgresFolder home) throws IOException {
        PrivateFile.createFolder(home.logs());
        try (InputStream script = Launcher.class.getResourceAsStream("/postgres/supervise.sh")) {
            if (script == null) {
                throw new IllegalStateException("postgres/supervise.sh is missing from the class path");
            }
            PrivateFile.write(home.supervisor(), new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        List<String> prefix = new ArrayList<>();
        if (answer("id", "-u").equals("0")) {
            requireUserNamespaces();
            prefix.addAll(List.of("unshare", "-U"));
        }
        if (!answer("sh", "-c", "command -v setsid || true").isEmpty()) {
            prefix.add("setsid");
        }
        prefix.addAll(List.of("sh", home.supervisor().toString()));
        return new Launcher(prefix, home.log());
    }

    /**
     * Starts {@code command}, its output added to the log.
     *
     * @param patienceSeconds how long it may take to stop once asked to
     * @return the supervisor; closing its standard input stops the program
     */
    Process start(int patienceSeconds, List<String> command) throws IOException {
        List<String> supervised = new ArrayList<>(prefix);
        supervised.add(Integer.toString(patienceSeconds));
        supervised.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(supervised)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder.start();
    }

    /** Runs {@code command} to its end; returns its exit code. */
    int run(List<String> command) throws IOException, InterruptedException {
        return start(1, command).waitFor();
    }

    private static void requireUserNamespaces() throws IOException {
        String refusal;
        try {
            refusal = answer("sh", "-c", "unshare -U true 2>&1 || echo refused");
        } catch (IOException noShell) {
            refusal = String.valueOf(noShell.getMessage());
        }
        if (!refusal.isEmpty()) {
            throw new DatabaseUnavailable(
                    "PostgreSQL does not run as root, and this system refuses the user namespace"
                            + " that it would run in instead (unshare -U: " + refusal.replace('\n', ' ') + ")."
                            + " Start Rapport as an ordinary user, or set RAPPORT_DATABASE_URL to use a PostgreSQL 15 or newer.");
        }
    }

    private static String answer(String... command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
