package dev.rapport.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The right to serve a home: one process at a time, given back by the system when that process dies. */
final class HomeLock implements AutoCloseable {

    // Closing any channel of a file drops this process's lock on it, so a second try must not even open it.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private HomeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** The lock, or empty when somebody else, in this process or another, holds it. */
    static Optional<HomeLock> tryToTake(PostgresFolder home) throws IOException {
        PrivateFile.createFolder(home.home());
        Path key = home.home().toRealPath().resolve(home.lock().getFileName());
        if (!HELD_HERE.add(key)) {
            return Optional.empty();
        }
        FileChannel channel = lockedChannel(key);
        if (channel == null) {
            HELD_HERE.remove(key);
            return Optional.empty();
        }
        return Optional.of(new HomeLock(key, channel));
    }

    private static @Nullable FileChannel lockedChannel(Path file) throws IOException {
        if (!Files.exists(file)) {
            PrivateFile.write(file, "");
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return null;
        }
        return channel;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // The system drops the lock with the process at the latest.
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
