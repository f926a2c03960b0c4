package dev.rapport.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged application as a process of its own, to be served, killed and served again. */
final class Served implements AutoCloseable {

    private static final int STARTS_WITHIN_SECONDS = 120;

    private final Path home;
    private final int port;
    private final List<String> settings;
    private Process process;

    private Served(Path home, int port, List<String> settings, Process process) {
        this.home = home;
        this.port = port;
        this.settings = settings;
        this.process = process;
    }

    static Served start(Path home, List<String> settings) throws IOException, InterruptedException {
        int port = freePort();
        Served served = new Served(home, port, settings, launch(home, port, settings));
        served.awaitAnswer();
        return served;
    }

    /** {@code kill -9}, then served again. */
    void killAndStart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = launch(home, port, settings);
        awaitAnswer();
    }

    /** Lets it end in its own way. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** A command of the same artifact, started as this process was. */
    static List<String> command(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(options);
        String started = System.getProperty("java.class.path", "");
        if (started.endsWith(".jar") && !started.contains(File.pathSeparator)) {
            command.addAll(List.of("-jar", started));
        } else {
            command.addAll(List.of("-cp", started, "dev.rapport.cli.RapportCommand"));
        }
        command.addAll(List.of(arguments));
        return command;
    }

    private static Process launch(Path home, int port, List<String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(settings, "serve"));
        builder.environment().put("RAPPORT_HOME", home.toString());
        builder.environment().put("RAPPORT_PORT", Integer.toString(port));
        File log = home.resolveSibling("bench-served.log").toFile();
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private void awaitAnswer() throws InterruptedException {
        for (int i = 0; i < STARTS_WITHIN_SECONDS * 5; i++) {
            BenchFailed.unless(process.isAlive(), "The application ended while it started; its log says why.");
            if (answers()) {
                return;
            }
            Thread.sleep(200);
        }
        throw new BenchFailed("The application does not answer after " + STARTS_WITHIN_SECONDS + " s.");
    }

    private boolean answers() {
        try {
            HttpURLConnection question = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/actuator/health")
                    .toURL()
                    .openConnection();
            question.setConnectTimeout(500);
            question.setReadTimeout(2_000);
            return question.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
