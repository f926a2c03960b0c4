package dev.rapport.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One server process on one data folder: started on a free port of 127.0.0.1, stopped by letting go of its pipe. */
final class Server {

    private static final Logger log = LoggerFactory.getLogger(Server.class);

    private static final int ATTEMPTS = 6;
    private static final int STOP_SECONDS = 60;
    private static final Duration START_LIMIT = Duration.ofMinutes(15);

    private final Binaries binaries;
    private final Cluster cluster;
    private final Launcher launcher;
    private final ServerLog output;

    Server(Binaries binaries, Cluster cluster, Launcher launcher, ServerLog output) {
        this.binaries = binaries;
        this.cluster = cluster;
        this.launcher = launcher;
        this.output = output;
    }

    /** A running server: the process that supervises it and its port. */
    record Started(Process supervisor, int port) {

        /** Asks for a fast shutdown and waits for it. */
        void stop() {
            try {
                supervisor.getOutputStream().close();
                if (!supervisor.waitFor(STOP_SECONDS + 10, TimeUnit.SECONDS)) {
                    supervisor.destroyForcibly();
                }
            } catch (IOException alreadyGone) {
                log.debug("The supervisor's pipe was closed before", alreadyGone);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Starts it on a port that is free. */
    Started start() throws IOException, InterruptedException {
        return start(0);
    }

    /** Stops a server that outlived its owner, then starts a new one on {@code wanted}, or any free port for 0. */
    Started start(int wanted) throws IOException, InterruptedException {
        stopSurvivor();
        String reason = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int port = wanted == 0 ? freePort() : wanted;
            output.rotate();
            long mark = output.length();
            Process supervisor = launcher.start(STOP_SECONDS, command(port));
            if (becomesReady(supervisor)) {
                return new Started(supervisor, port);
            }
            reason = output.since(mark);
            if (!isPassing(reason)) {
                break;
            }
            Thread.sleep(500);
        }
        throw new DatabaseUnavailable("The embedded database did not start: " + reason);
    }

    private List<String> command(int port) {
        return List.of(
                binaries.program("postgres"),
                "-D",
                cluster.data().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=");
    }

    private boolean becomesReady(Process supervisor) throws InterruptedException {
        Instant giveUp = Instant.now().plus(START_LIMIT);
        while (!supervisor.waitFor(20, TimeUnit.MILLISECONDS)) {
            @Nullable Postmaster postmaster = Postmaster.of(cluster.data()).orElse(null);
            if (postmaster != null && postmaster.isReady() && postmaster.isChildOf(supervisor)) {
                return true;
            }
            if (Instant.now().isAfter(giveUp)) {
                new Started(supervisor, 0).stop();
                return false;
            }
        }
        return false;
    }

    // Somebody took the port between our look and the server's; or the last backends of a killed server are still
    // leaving.
    private static boolean isPassing(String reason) {
        return reason.contains("could not bind")
                || reason.contains("pre-existing shared memory block")
                || reason.contains("\"postmaster.pid\" already exists");
    }

    private void stopSurvivor() throws IOException, InterruptedException {
        Postmaster survivor = Postmaster.of(cluster.data()).orElse(null);
        if (survivor == null || !survivor.isAlive()) {
            return;
        }
        log.info("Stopping the database server (process {}) that outlived its owner", survivor.pid());
        for (String mode : List.of("fast", "immediate")) {
            launcher.run(List.of(
                    binaries.program("pg_ctl"), "stop", "-s", "-w", "-t", "60", "-m", mode, "-D", "" + cluster.data()));
            if (!survivor.isAlive()) {
                return;
            }
        }
        throw new DatabaseUnavailable("A database server of an earlier run (process " + survivor.pid()
                + ") does not stop; see " + output.file());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
