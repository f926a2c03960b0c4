package dev.rapport.channels.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an inbox usually sounds, from its last two weeks.
 *
 * @param heard in these two weeks
 * @param longestQuiet the longest time between two hours in which something was heard
 * @param quietSince since when nothing was heard, if that is longer than usual
 * @param limitLeft how many calls the place still allows, where it says so
 */
public record Rhythm(
        long heard,
        @Nullable Duration longestQuiet,
        @Nullable Instant quietSince,
        @Nullable Integer limitLeft,
        @Nullable Integer limitMost,
        @Nullable Instant limitResetsAt) {

    private static final int ENOUGH_TO_TELL = 20;
    private static final Duration SHORTEST_QUIET = Duration.ofHours(2);

    /** Notices an unusual quiet: twice as long as the longest of the two weeks. */
    static Rhythm of(
            long heard,
            @Nullable Duration longestQuiet,
            @Nullable Instant lastHeardAt,
            Instant now,
            @Nullable Integer limitLeft,
            @Nullable Integer limitMost,
            @Nullable Instant limitResetsAt) {
        Duration usual =
                longestQuiet == null || longestQuiet.compareTo(SHORTEST_QUIET) < 0 ? SHORTEST_QUIET : longestQuiet;
        boolean quiet = heard >= ENOUGH_TO_TELL
                && lastHeardAt != null
                && lastHeardAt.plus(usual.multipliedBy(2)).isBefore(now);
        return new Rhythm(heard, longestQuiet, quiet ? lastHeardAt : null, limitLeft, limitMost, limitResetsAt);
    }

    /** Whether there is enough to say what is usual. */
    public boolean isKnown() {
        return heard >= ENOUGH_TO_TELL && longestQuiet != null;
    }

    /** A day's share of the two weeks, one at least. */
    public long perDay() {
        return Math.max(1, Math.round(heard / 14.0));
    }

    public long longestQuietHours() {
        return longestQuiet == null ? 0 : longestQuiet.toHours();
    }
}
