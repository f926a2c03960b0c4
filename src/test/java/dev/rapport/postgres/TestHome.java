package dev.rapport.postgres;

import dev.rapport.shared.RapportHome;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Homes of the tests under {@code target/}. */
final class TestHome {

    private TestHome() {}

    /** A home with nothing in it but PostgreSQL's programs, if they were unpacked there before. */
    static RapportHome empty(String name) {
        RapportHome home = new RapportHome(TestServer.folder(name));
        Path programs = PostgresFolder.in(home).binaries(BuildInfo.postgresVersion());
        deleteAllBut(home.folder(), programs);
        return home;
    }

    private static void deleteAllBut(Path folder, Path kept) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (kept.equals(file)) {
                    continue;
                }
                if (kept.startsWith(file)) {
                    deleteAllBut(file, kept);
                } else {
                    FileSystemUtils.deleteRecursively(file);
                }
            }
        } catch (IOException failed) {
            throw new IllegalStateException("A test's home cannot be emptied", failed);
        }
    }
}
