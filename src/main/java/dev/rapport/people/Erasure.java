package dev.rapport.people;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was erased; not who.
 *
 * @param by the name of the user who did it; empty for one that was repeated after a restore
 * @param counts what was held, by section
 */
public record Erasure(long id, Instant at, @Nullable String by, Kind kind, Map<String, Long> counts) {

    /** What was erased. */
    public enum Kind {
        PERSON,
        USER,
        /** Whoever came back with an older backup. */
        RESTORE
    }
}
