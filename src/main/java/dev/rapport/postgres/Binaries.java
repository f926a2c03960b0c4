package dev.rapport.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per version from the jar that carries them. */
record Binaries(Path folder) {

    private static final Logger log = LoggerFactory.getLogger(Binaries.class);

    /** Those of this build inside {@code home}, unpacked first when they are not there yet. */
    static Binaries unpackedIn(PostgresFolder home) throws IOException {
        Path target = home.binaries(BuildInfo.postgresVersion());
        if (!Files.isDirectory(target)) {
            Path unfinished = target.resolveSibling(target.getFileName() + ".new");
            FileSystemUtils.deleteRecursively(unfinished);
            log.info("Unpacking PostgreSQL {} into {}", BuildInfo.postgresVersion(), target);
            unpack(unfinished);
            putOnDisk();
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Binaries(target);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static String resource() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.contains("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        if (os.contains("win")) {
            throw new DatabaseUnavailable("The embedded database does not run on Windows. Set RAPPORT_DATABASE_URL,"
                    + " RAPPORT_DATABASE_USER and RAPPORT_DATABASE_PASSWORD to use a PostgreSQL 15 or newer.");
        }
        return "/postgres-" + system + "-" + machine + ".txz";
    }

    private static void unpack(Path target) throws IOException {
        String resource = resource();
        try (InputStream jar = Binaries.class.getResourceAsStream(resource)) {
            if (jar == null) {
                throw new DatabaseUnavailable("This build carries no PostgreSQL for this platform (" + resource
                        + "). Build it here, or set RAPPORT_DATABASE_URL to use a PostgreSQL 15 or newer.");
            }
            TarArchiveInputStream files = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(jar)));
            for (TarArchiveEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                unpackEntry(files, entry, target);
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream files, TarArchiveEntry entry, Path target)
            throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("The archive names a file outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            PrivateFile.createFolder(file);
            return;
        }
        PrivateFile.createFolder(Objects.requireNonNull(file.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(files, file);
            Files.setPosixFilePermissions(file, permissions((entry.getMode() & 0100) != 0));
        }
    }

    private static Set<PosixFilePermission> permissions(boolean executable) {
        Set<PosixFilePermission> permissions =
                EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        if (executable) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
        }
        return permissions;
    }

    // Or else a power cut soon after the rename could leave the right names with nothing in them.
    private static void putOnDisk() throws IOException {
        try {
            new ProcessBuilder("sync").start().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
