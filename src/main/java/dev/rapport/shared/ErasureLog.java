package dev.rapport.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The tombstones of all modules as a file of the home, {@code erasures.log}, one a line: hashes and moments only. It outlives
 * the database, so that one restored from an older backup learns who was erased since. What a crash kept from being written
 * is added at the next start.
 */
@Component
public class ErasureLog {

    private static final Logger log = LoggerFactory.getLogger(ErasureLog.class);

    private final Path file;

    public ErasureLog(RapportHome home) {
        this.file = home.resolve("erasures.log");
    }

    /** Everything in it; a line that was not written whole is left out. */
    public List<Tombstone> read() {
        return read(file);
    }

    /** The same of another home's. */
    public static List<Tombstone> read(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                            .map(Tombstone::of)
                            .flatMap(Optional::stream)
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The log of erasures " + file + " cannot be read", e);
        }
    }

    /** Adds them when the caller's transaction is committed, never when it is not. */
    void appendAfterCommit(Collection<Tombstone> stones) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            append(stones);
            return;
        }
        List<Tombstone> copy = List.copyOf(stones);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    append(copy);
                } catch (UncheckedIOException failed) {
                    log.error("The log of erasures cannot be written; the next start will try again", failed);
                }
            }
        });
    }

    /** Adds them now and waits until the disk has them. */
    public synchronized void append(Collection<Tombstone> stones) {
        if (stones.isEmpty()) {
            return;
        }
        String lines = stones.stream().map(stone -> stone.line() + "\n").collect(Collectors.joining());
        try {
            Files.createDirectories(file.getParent());
            boolean isNew = !Files.exists(file);
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                if (isNew && Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
                write(channel, lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The log of erasures " + file + " cannot be written", e);
        }
    }

    /** A line that a crash cut off is ended first. */
    private static void write(FileChannel channel, String lines) throws IOException {
        long end = channel.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        boolean isCut = end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
        ByteBuffer bytes = ByteBuffer.wrap(((isCut ? "\n" : "") + lines).getBytes(StandardCharsets.US_ASCII));
        channel.position(end);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }
}
