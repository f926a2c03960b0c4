package dev.rapport.channels.mail;

import dev.rapport.shared.InboxId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Addresses that carry a thread, {@code us+c117.9f3a…@example.com}: whoever writes to one was written to from it, because
 * the token is signed for the inbox. A References header proves nothing of that kind.
 */
final class ThreadAddress {

    private static final Pattern TOKEN = Pattern.compile("[a-z0-9]{1,24}");
    private static final Pattern TAGGED = Pattern.compile("(.+)\\+([a-z0-9]{1,24})\\.([0-9a-f]{20})@([^@]+)");
    private static final int LONGEST_LOCAL_PART = 64;

    private final SecretKey key;

    ThreadAddress(SecretKey key) {
        this.key = key;
    }

    /** Our address with the token in it; empty when the token cannot stand in an address. */
    Optional<String> weave(InboxId inbox, String address, String token) {
        int at = address.lastIndexOf('@');
        String local = address.substring(0, at) + "+" + token + "." + signature(inbox, token);
        return TOKEN.matcher(token).matches() && local.length() <= LONGEST_LOCAL_PART
                ? Optional.of(local + address.substring(at))
                : Optional.empty();
    }

    /** The token in a recipient's address, when it is one of ours and was signed by us for this inbox. */
    Optional<String> read(InboxId inbox, String address, String recipient) {
        Matcher tagged = TAGGED.matcher(recipient.toLowerCase(Locale.ROOT));
        if (!tagged.matches() || !address.equals(tagged.group(1) + "@" + tagged.group(4))) {
            return Optional.empty();
        }
        String token = tagged.group(2);
        boolean signed = MessageDigest.isEqual(
                signature(inbox, token).getBytes(StandardCharsets.US_ASCII),
                tagged.group(3).getBytes(StandardCharsets.US_ASCII));
        return signed ? Optional.of(token) : Optional.empty();
    }

    /** 80 bits of HMAC-SHA256: they have to fit into 64 characters, and a guess costs a mail. */
    private String signature(InboxId inbox, String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] full = mac.doFinal((inbox.value() + " " + token).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(full, 10));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java signs nothing with HMAC-SHA256", e);
        }
    }
}
