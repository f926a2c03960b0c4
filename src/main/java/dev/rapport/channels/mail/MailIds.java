package dev.rapport.channels.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Message-IDs, without their angle brackets. */
final class MailIds {

    private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,900})>");
    private static final List<String> TELLING = List.of("From", "To", "Date", "Subject");
    private static final int MOST = 50;
    private static final String PROOF = "rapport-proof-";

    private MailIds() {}

    /** The mail's own id; without one a hash of what stays the same however often it is delivered. */
    static String own(MailHeaders headers, byte[] raw) {
        List<String> ids = ids(headers.raw("Message-ID"));
        return ids.isEmpty() ? "sha256:" + hash(headers, raw) : ids.getFirst();
    }

    static @Nullable String inReplyTo(MailHeaders headers) {
        List<String> ids = ids(headers.raw("In-Reply-To"));
        return ids.isEmpty() ? null : ids.getFirst();
    }

    /** The thread's earlier mails, oldest first; of a very long thread its first and its latest. */
    static List<String> references(MailHeaders headers) {
        List<String> ids = new ArrayList<>(ids(headers.raw("References")));
        if (ids.size() > MOST) {
            ids.subList(1, ids.size() - MOST + 1).clear();
        }
        return List.copyOf(ids);
    }

    /** Whether an id is a real Message-ID, one that other mails may refer to. */
    static boolean isMessageId(String id) {
        return ID.matcher("<" + id + ">").matches() && !id.startsWith("sha256:");
    }

    /** The id of a mail that is only sent to see whether it arrives. */
    static String proof(UUID key, String domain) {
        return PROOF + key + "@" + domain;
    }

    static boolean isProof(String id) {
        return id.startsWith(PROOF);
    }

    private static List<String> ids(@Nullable String raw) {
        return raw == null
                ? List.of()
                : ID.matcher(raw)
                        .results()
                        .map(match -> match.group(1))
                        .distinct()
                        .toList();
    }

    private static String hash(MailHeaders headers, byte[] raw) {
        MessageDigest sha256 = sha256();
        for (String name : TELLING) {
            sha256.update((name + ":" + headers.raw(name) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        int body = bodyStart(raw);
        sha256.update(raw, body, raw.length - body);
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static int bodyStart(byte[] raw) {
        for (int at = 1; at < raw.length; at++) {
            boolean emptyLine =
                    raw[at] == '\n' && (raw[at - 1] == '\n' || raw[at - 1] == '\r' && at > 1 && raw[at - 2] == '\n');
            if (emptyLine) {
                return at + 1;
            }
        }
        return 0;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java knows no SHA-256", e);
        }
    }
}
