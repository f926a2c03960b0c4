package dev.rapport.cases;

import dev.rapport.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a case was resolved. One that was opened again stays as history.
 *
 * @param why in the resolver's own words
 * @param reopenedAt when it stopped being the resolution in force
 */
public record Resolution(
        Reason reason,
        @Nullable String why,
        @Nullable UserId resolvedBy,
        Instant resolvedAt,
        @Nullable Instant reopenedAt) {

    /** What became of it. */
    public enum Reason {
        ANSWERED,
        SOLVED,
        NO_ANSWER_NEEDED,
        DUPLICATE,
        OTHER
    }
}
