package dev.rapport.channels.x;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a list was read: from the newest back to what is known, by the posts' numbers, which grow with time. Pages are asked
 * for by numbers too, so that a walk that a spent budget breaks off can go on a day later.
 *
 * @param since the newest post of the last walk that was finished; empty before the first
 * @param top the newest post of the present walk
 * @param until the oldest post of the present walk; empty when none is under way
 */
record XCursor(
        @Nullable String since,
        @Nullable String top,
        @Nullable String until) {

    static final XCursor START = new XCursor(null, null, null);

    private static final String NOTHING = "0";
    private static final long FIRST_MILLIS = 1_288_834_974_657L;
    private static final int TIME_BITS = 22;

    boolean goesOn() {
        return until != null;
    }

    /** Whether a post was read in an earlier walk. */
    boolean knows(String id) {
        return since != null && compare(id, since) <= 0;
    }

    /** The newest known one, where it is young enough to be named; whoever looks back a week knows no older ones. */
    @Nullable
    String since(Instant now, Duration atMost) {
        if (since == null || since.equals(NOTHING) || !since.matches("\\d{1,18}|[1-8]\\d{18}")) {
            return null;
        }
        Instant at = Instant.ofEpochMilli((Long.parseLong(since) >> TIME_BITS) + FIRST_MILLIS);
        return at.isBefore(now.minus(atMost)) ? null : since;
    }

    /**
     * After one more page.
     *
     * @param ids newest first
     * @param endsHere whether there is nothing behind it, or nothing that is wanted
     */
    XCursor after(List<String> ids, boolean endsHere) {
        String newest = top != null ? top : ids.isEmpty() ? null : ids.getFirst();
        if (endsHere || ids.isEmpty() || ids.stream().anyMatch(this::knows)) {
            return new XCursor(newest != null ? newest : since != null ? since : NOTHING, null, null);
        }
        return new XCursor(since, newest, ids.getLast());
    }

    private static int compare(String one, String other) {
        return one.length() == other.length() ? one.compareTo(other) : Integer.compare(one.length(), other.length());
    }
}
