package dev.rapport.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** HMAC with SHA-256 (RFC 2104) over exact bytes, and comparing signatures without telling how far they agree. */
public final class Hmac {

    private static final String ALGORITHM = "HmacSHA256";

    private Hmac() {}

    /** The 32 bytes for the parts one after the other. */
    public static byte[] sha256(byte[] key, byte[]... parts) {
        return sha256(new SecretKeySpec(key, ALGORITHM), parts);
    }

    public static byte[] sha256(SecretKey key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java knows no " + ALGORITHM, e);
        }
    }

    /** With a secret as it is written. */
    public static byte[] sha256(String secret, byte[]... parts) {
        return sha256(secret.getBytes(StandardCharsets.UTF_8), parts);
    }

    /** Whether both are the same, in a time that depends on their lengths only. */
    public static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    public static boolean same(String one, String other) {
        return same(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes that hexadecimal digits behind a prefix stand for; empty when it is anything else. */
    public static Optional<byte[]> hex(@Nullable String signature, String prefix) {
        if (signature == null || !signature.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            return Optional.of(HexFormat.of().parseHex(signature, prefix.length(), signature.length()));
        } catch (IllegalArgumentException notHex) {
            return Optional.empty();
        }
    }
}
