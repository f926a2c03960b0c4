package dev.rapport.shared;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * That something was erased, and when; not what.
 *
 * @param module whose tables it was in
 * @param hash HMAC-SHA256 of what it names, in hexadecimal digits
 */
public record Tombstone(String module, TombstoneKey.Kind kind, String hash, Instant at) {

    byte[] bytes() {
        return HexFormat.of().parseHex(hash);
    }

    /** As one line of the log. */
    String line() {
        return module + " " + kind + " " + hash + " " + at;
    }

    /** A line of the log; empty for one that was not written whole. */
    static Optional<Tombstone> of(String line) {
        String[] parts = line.strip().split(" ");
        try {
            return parts.length == 4 && parts[2].length() == 64
                    ? Optional.of(new Tombstone(
                            parts[0], TombstoneKey.Kind.valueOf(parts[1]), parts[2], Instant.parse(parts[3])))
                    : Optional.empty();
        } catch (IllegalArgumentException | java.time.DateTimeException broken) {
            return Optional.empty();
        }
    }
}
