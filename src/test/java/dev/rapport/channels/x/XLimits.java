package dev.rapport.channels.x;

import dev.rapport.channels.StubPlace.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How often a user may ask what within 15 minutes: the column "Per User" of
 * https://docs.x.com/x-api/fundamentals/rate-limits, with the three headers that every answer carries.
 */
final class XLimits {

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Map<String, Integer> allowed = new HashMap<>(Map.of(
            "GET /2/users/me", 75,
            "GET /2/users/:id/mentions", 300,
            "GET /2/users/:id/tweets", 900,
            "GET /2/tweets/search/recent", 300,
            "GET /2/tweets", 5000,
            "POST /2/tweets", 100));
    private final Map<String, Integer> used = new HashMap<>();
    private Instant until = Instant.EPOCH;

    boolean knows(String route) {
        return allowed.containsKey(route);
    }

    /** Allows more or less than X does. */
    void allow(String route, int calls) {
        allowed.put(route, calls);
    }

    /** Counts a call; false when it is one too many. */
    boolean take(String route, Instant now) {
        if (!now.isBefore(until)) {
            until = now.plus(WINDOW);
            used.clear();
        }
        return used.merge(route, 1, Integer::sum) <= allowed.getOrDefault(route, 0);
    }

    Said onto(String route, Said said) {
        Map<String, String> headers = new HashMap<>(said.headers());
        int limit = allowed.getOrDefault(route, 0);
        headers.put("x-rate-limit-limit", Integer.toString(limit));
        headers.put("x-rate-limit-remaining", Integer.toString(Math.max(0, limit - used.getOrDefault(route, 0))));
        headers.put("x-rate-limit-reset", Long.toString(until.getEpochSecond()));
        return new Said(said.status(), headers, said.body());
    }
}
