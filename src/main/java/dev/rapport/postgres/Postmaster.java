package dev.rapport.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server process as its {@code postmaster.pid} tells of it: process id, and whether it accepts connections. */
record Postmaster(long pid, boolean isReady) {

    private static final int LINE_OF_STATUS = 7;

    /** What the file in the data folder says; empty when there is none, or it is being written. */
    static Optional<Postmaster> of(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            boolean ready = lines.size() > LINE_OF_STATUS
                    && lines.get(LINE_OF_STATUS).strip().equals("ready");
            return Optional.of(new Postmaster(Long.parseLong(lines.getFirst().strip()), ready));
        } catch (IOException | RuntimeException absentOrUnfinished) {
            return Optional.empty();
        }
    }

    boolean isChildOf(Process supervisor) {
        return ProcessHandle.of(pid)
                .flatMap(ProcessHandle::parent)
                .filter(parent -> parent.pid() == supervisor.pid())
                .isPresent();
    }

    /** Whether it runs, and is no other program that was given the same number since. A dead one has no command line. */
    boolean isAlive() {
        return ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .flatMap(ProcessHandle.Info::commandLine)
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }
}
