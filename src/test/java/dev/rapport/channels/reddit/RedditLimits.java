package dev.rapport.channels.reddit;

import dev.rapport.channels.StubPlace.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A hundred calls a minute, averaged over ten: Reddit's Data API page
 * (https://support.reddithelp.com/hc/en-us/articles/16160319875092-Reddit-Data-API-Wiki), with its three headers, whose
 * reset is a number of seconds and no time of day. The body of a 429 stands in no document.
 */
final class RedditLimits {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    /** Calls in a window. */
    int allowed = 1000;

    private Instant until = Instant.EPOCH;
    private int used;

    static Said tooFast() {
        return Said.of(429, "{\"message\": \"Too Many Requests\", \"error\": 429}");
    }

    /** Counts a call; false when it is one too many. */
    boolean take(Instant now) {
        if (!now.isBefore(until)) {
            until = now.plus(WINDOW);
            used = 0;
        }
        return ++used <= allowed;
    }

    Said onto(Said said, Instant now) {
        Map<String, String> headers = new HashMap<>(said.headers());
        headers.put("X-Ratelimit-Used", Integer.toString(used));
        headers.put("X-Ratelimit-Remaining", Math.max(0, allowed - used) + ".0");
        headers.put(
                "X-Ratelimit-Reset", Long.toString(Duration.between(now, until).toSeconds()));
        return new Said(said.status(), headers, said.body());
    }
}
