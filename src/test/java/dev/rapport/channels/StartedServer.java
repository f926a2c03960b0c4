package dev.rapport.channels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A real server that a script of {@code src/test/servers} starts, and that ends with its test. */
public final class StartedServer implements AutoCloseable {

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);

    private final Process process;
    private final Path log;

    private StartedServer(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts one and waits until it answers. */
    public static StartedServer start(String name, Duration within, Callable<Boolean> answers, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of("src", "test", "servers", name, "start")
                .toAbsolutePath()
                .toString());
        command.addAll(List.of(arguments));
        Path log = Path.of("target", "server-" + name + ".log").toAbsolutePath();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        StartedServer server = new StartedServer(process, log);
        try {
            server.await(within, answers);
            return server;
        } catch (Exception | AssertionError failed) {
            server.close();
            throw failed;
        }
    }

    private void await(Duration within, Callable<Boolean> answers) throws Exception {
        Instant end = Instant.now().plus(within);
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) {
                throw new AssertionError("The server ended: " + said());
            }
            if (Boolean.TRUE.equals(answers.call())) {
                return;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("The server does not answer after " + within.toSeconds() + " s: " + said());
    }

    private String said() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "nothing";
    }

    /** It ends when its input does. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
