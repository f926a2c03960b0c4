package dev.rapport.channels;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * So many in a time for each key, in this process; the keys that were idle longest are forgotten first. A key's allowance
 * fills up evenly.
 */
public final class Allowances {

    private static final int KEYS = 50_000;

    private record Left(double count, Instant at) {}

    private final int most;
    private final double perSecond;
    private final Clock clock;
    private final Map<String, Left> byKey = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Left> eldest) {
            return size() > KEYS;
        }
    };

    public Allowances(int most, Duration within, Clock clock) {
        this.most = most;
        this.perSecond = (double) most / within.toSeconds();
        this.clock = clock;
    }

    /** Takes one. Returns false when there is none left for now. */
    public synchronized boolean take(String key) {
        double left = left(key);
        byKey.put(key, new Left(left >= 1 ? left - 1 : left, clock.instant()));
        return left >= 1;
    }

    /** Whether one could be taken. */
    public synchronized boolean hasLeft(String key) {
        return left(key) >= 1;
    }

    private double left(String key) {
        Left known = byKey.get(key);
        if (known == null) {
            return most;
        }
        double seconds =
                Math.max(0, Duration.between(known.at(), clock.instant()).toMillis() / 1000.0);
        return Math.min(most, known.count() + seconds * perSecond);
    }
}
