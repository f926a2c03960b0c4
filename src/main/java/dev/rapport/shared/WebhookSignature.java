package dev.rapport.shared;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Our own signature of webhooks, in and out, as Standard Webhooks describes it: {@code v1,} and the Base64 of HMAC-SHA256
 * over {@code id.timestamp.body}. A secret is {@code whsec_} and at least 24 bytes in Base64.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">the specification</a>
 */
public final class WebhookSignature {

    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    /** How far the clocks of both sides may be apart; what is older is refused. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final int SECRET_BYTES = 32;

    private WebhookSignature() {}

    /** A fresh secret. */
    public static String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** The signature header of a message that is sent now. */
    public static String of(String secret, String id, Instant at, byte[] body) {
        return VERSION
                + Base64.getEncoder().encodeToString(bytes(secret, id, Long.toString(at.getEpochSecond()), body));
    }

    /**
     * Whether one of the signatures in the header was made with one of the secrets, a few minutes ago at most.
     *
     * @param timestamp seconds since 1970, as it was sent
     */
    public static boolean isGood(
            List<String> secrets, String id, String timestamp, String signatures, byte[] body, Instant now) {
        if (!isRecent(timestamp, now)) {
            return false;
        }
        List<byte[]> given = Arrays.stream(signatures.split(" ", -1))
                .filter(one -> one.startsWith(VERSION))
                .map(one -> one.substring(VERSION.length()).getBytes(StandardCharsets.US_ASCII))
                .toList();
        boolean good = false;
        for (String secret : secrets) {
            byte[] expected = Base64.getEncoder().encode(bytes(secret, id, timestamp, body));
            for (byte[] one : given) {
                good |= Hmac.same(expected, one);
            }
        }
        return good;
    }

    /** Whether a time in seconds since 1970 is within the tolerance of now. */
    public static boolean isRecent(String seconds, Instant now) {
        if (!seconds.matches("\\d{1,12}")) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(seconds));
        return Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
    }

    private static byte[] bytes(String secret, String id, String timestamp, byte[] body) {
        byte[] head = (id + '.' + timestamp + '.').getBytes(StandardCharsets.UTF_8);
        return Hmac.sha256(key(secret), head, body);
    }

    /** A secret of another form is taken as it is written. */
    private static byte[] key(String secret) {
        if (secret.startsWith(PREFIX)) {
            try {
                return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            } catch (IllegalArgumentException notBase64) {
                return secret.getBytes(StandardCharsets.UTF_8);
            }
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }
}
