package dev.rapport.channels;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a file is: by its first bytes where it claims to be something that is shown, else as it claims. */
final class FileKind {

    /** First bytes in hexadecimal; dots stand for any. */
    private static final Map<String, String> SHOWN = Map.of(
            "image/png", "89504e470d0a1a0a",
            "image/jpeg", "ffd8ff",
            "image/gif", "47494638",
            "image/webp", "52494646........57454250");

    private static final Set<String> KEPT = Set.of("audio", "video", "image");

    private FileKind() {}

    /** The media type under which it can be kept; empty when it is none that messages carry, or not what it claims. */
    static @Nullable String of(byte[] bytes, String declared) {
        for (Map.Entry<String, String> kind : SHOWN.entrySet()) {
            if (begins(bytes, kind.getValue())) {
                return kind.getKey();
            }
        }
        if (declared.equals("application/pdf")) {
            return begins(bytes, "25504446") ? declared : null;
        }
        boolean kept = KEPT.contains(declared.replaceFirst("/.*", "")) && !declared.contains("svg");
        return kept && !SHOWN.containsKey(declared) ? declared : null;
    }

    private static boolean begins(byte[] bytes, String hex) {
        if (bytes.length < hex.length() / 2) {
            return false;
        }
        for (int i = 0; i < hex.length(); i += 2) {
            boolean any = hex.charAt(i) == '.';
            if (!any && (bytes[i / 2] & 0xFF) != Integer.parseInt(hex, i, i + 2, 16)) {
                return false;
            }
        }
        return true;
    }
}
