package dev.rapport.exchange.databases;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows that share the last watermark: which of them were brought already. */
final class Edge {

    /** Beyond, rows are brought again, which changes nothing. */
    private static final int MOST = 5_000;

    private final Set<String> known;
    private final @Nullable Watermark from;
    private Set<String> hashes = new HashSet<>();
    private String value = "";

    Edge(@Nullable Watermark from, Set<String> known) {
        this.from = from;
        this.known = known;
        if (from != null) {
            value = from.value();
            hashes.addAll(known);
        }
    }

    /** Counts a row in, and tells whether it was not there before. */
    boolean isNew(String watermark, String hash) {
        if (!watermark.equals(value)) {
            value = watermark;
            hashes = new HashSet<>();
        }
        if (hashes.size() < MOST) {
            hashes.add(hash);
        }
        return from == null || !watermark.equals(from.value()) || !known.contains(hash);
    }

    /** Those of the last watermark. */
    Set<String> hashes() {
        return hashes;
    }
}
