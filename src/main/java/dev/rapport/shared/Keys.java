package dev.rapport.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The deployment's one secret key and the keys derived from it, one a purpose (HKDF with SHA-256, RFC 5869). It stands in
 * {@code keys/master.key} of the home, made at the first start and readable by its owner only, or in
 * {@code RAPPORT_KEY}: 32 bytes in Base64. It is never in the database, so a copy of the database alone opens nothing.
 */
public final class Keys {

    private static final int BYTES = 32;

    private final SecretKey master;

    private Keys(byte[] master) {
        if (master.length != BYTES) {
            throw new IllegalStateException("The key has " + master.length + " bytes instead of " + BYTES);
        }
        this.master = new SecretKeySpec(master, "HKDF");
    }

    /** The key {@code given} in Base64, else the one of the home, made now when there is none. */
    public static Keys of(RapportHome home, @Nullable String given) {
        if (given != null && !given.isBlank()) {
            return new Keys(decoded(given, "RAPPORT_KEY"));
        }
        Path file = home.resolve("keys").resolve("master.key");
        try {
            return new Keys(decoded(read(file), file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file + " cannot be read or made", e);
        }
    }

    /** A key for encrypting, always the same for a purpose. */
    public SecretKey forEncrypting(String purpose) {
        return derived(purpose, "AES");
    }

    /** A key for signing, always the same for a purpose. */
    public SecretKey forSigning(String purpose) {
        return derived(purpose, "HmacSHA256");
    }

    private SecretKey derived(String purpose, String algorithm) {
        try {
            HKDFParameterSpec how = HKDFParameterSpec.ofExtract()
                    .addIKM(master)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, how);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java derives no keys by HKDF-SHA256", e);
        }
    }

    private static byte[] decoded(String base64, String from) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(from + " is not Base64", e);
        }
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException none) {
            make(file);
            return Files.readString(file);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Files.createDirectories(file.resolveSibling(""), mode("rwx------"));
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(temporary, options, mode("rw-------"))) {
            channel.write(ByteBuffer.wrap(Base64.getEncoder().encode(fresh)));
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] mode(String mode) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
