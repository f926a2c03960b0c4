package dev.rapport.access.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What one view still has to be told: at most one update a name and second, whatever came in between. */
final class Conflation {

    static final Duration QUIET = Duration.ofSeconds(1);

    private final Map<String, LiveUpdate> waiting = new LinkedHashMap<>();
    private final Map<String, Instant> quietUntil = new HashMap<>();

    void offer(LiveUpdate update) {
        waiting.merge(update.name(), update, LiveUpdate::with);
    }

    /** The next update that may be told at {@code now}; its name is quiet from then on. */
    Optional<LiveUpdate> poll(Instant now) {
        Optional<LiveUpdate> due = waiting.values().stream()
                .filter(update -> !now.isBefore(dueAt(update)))
                .findFirst();
        due.ifPresent(update -> {
            waiting.remove(update.name());
            quietUntil.put(update.name(), now.plus(QUIET));
        });
        return due;
    }

    /** When the next update that waits may be told; empty when none waits. */
    Optional<Instant> nextAt() {
        return waiting.values().stream().map(this::dueAt).min(Comparator.naturalOrder());
    }

    private Instant dueAt(LiveUpdate update) {
        return quietUntil.getOrDefault(update.name(), Instant.MIN);
    }
}
