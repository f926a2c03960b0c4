package dev.rapport.channels.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many calls a place lets us make: {@code left} of {@code most} until {@code resetsAt}. */
public record Limits(int left, int most, @Nullable Instant resetsAt) {

    /** Whether what is left is kept for replies: a fifth of all. */
    public boolean isForRepliesOnly() {
        return left * 5L < most;
    }
}
