package dev.rapport.access.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What was told lately: a page that was drawn before its stream opened is told what it missed. */
final class RecentUpdates {

    /** Longer than a page takes to load. */
    static final Duration KEPT = Duration.ofMinutes(2);

    /** A page is dated when it is drawn, a moment after its rows were read; and machines' clocks differ a little. */
    static final Duration MARGIN = Duration.ofSeconds(5);

    static final int MOST = 1000;

    private record Told(Instant at, LiveUpdate update) {}

    private final Deque<Told> told = new ArrayDeque<>();

    synchronized void add(LiveUpdate update, Instant now) {
        told.addLast(new Told(now, update));
        while (told.size() > MOST || told.getFirst().at().isBefore(now.minus(KEPT))) {
            told.removeFirst();
        }
    }

    /** Those that somebody may not know who knows everything until {@code moment}. */
    synchronized List<LiveUpdate> since(Instant moment) {
        Instant from = moment.minus(MARGIN);
        return told.stream()
                .filter(each -> !each.at().isBefore(from))
                .map(Told::update)
                .toList();
    }
}
