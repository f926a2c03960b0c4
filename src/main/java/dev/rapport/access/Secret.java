package dev.rapport.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random text that opens something to whoever holds it. Only its hash is stored; 256 random bits need no slow hash.
 */
record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new secret that begins with {@code prefix}, 43 characters of an address's alphabet after it. */
    static Secret random(String prefix) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last four characters, by which people tell secrets apart. */
    String ending() {
        return text.substring(text.length() - 4);
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
