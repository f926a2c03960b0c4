package dev.rapport.exchange;

import dev.rapport.shared.RapportHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Where the files of imports lie until they are done: {@code imports} in the home. */
@Component
class ImportFolder {

    /** In bytes. */
    static final long LARGEST = 2L * 1024 * 1024 * 1024;

    private final Path folder;

    ImportFolder(RapportHome home) {
        this.folder = home.resolve("imports");
    }

    /** This machine and home, so that a runner elsewhere leaves alone what it cannot read. */
    String place() {
        return host() + ":" + folder.getParent();
    }

    /** Copies a file here, under a passing name. */
    Path copy(Path file) {
        try {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new CannotImport("There is no file " + file + " that can be read.");
            }
            if (Files.size(file) > LARGEST) {
                throw new CannotImport("This file is larger than 2 GB. Split it, or pack it with gzip.");
            }
            Files.createDirectories(folder);
            return Files.copy(file, Files.createTempFile(folder, "new-", null), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new CannotImport("The file cannot be kept in " + folder + ": " + failed.getMessage());
        }
    }

    void keep(Path copy, ImportId id) {
        try {
            Files.move(copy, file(id), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path file(ImportId id) {
        return folder.resolve(Long.toString(id.value()));
    }

    /** Has an upload wait under its number. */
    void keep(Path copy, UploadId id) {
        try {
            Files.move(copy, file(id), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path file(UploadId id) {
        return folder.resolve("upload-" + id.value());
    }

    /** Forgets a file; what was refused of it is kept in the database. */
    void remove(ImportId id) {
        remove(file(id));
    }

    /** Removes copies and uploads on which nobody has worked for so long; what is being imported stays. */
    void sweep(Duration age) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant before = Instant.now().minus(age);
        try (DirectoryStream<Path> passing = Files.newDirectoryStream(folder, "{new,upload}-*")) {
            for (Path file : passing) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    remove(file);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
