package dev.rapport.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentUpdatesTests {

    private static final Instant NOW = Instant.parse("2026-11-12T12:00:00Z");
    private static final LiveUpdate FIRST = new LiveUpdate("inbox", "1", 1);
    private static final LiveUpdate SECOND = new LiveUpdate("inbox", "2", 2);

    private final RecentUpdates recent = new RecentUpdates();

    @Test
    void pageIsToldWhatChangedAfterItWasDrawn() {
        recent.add(FIRST, NOW);
        recent.add(SECOND, NOW.plusSeconds(20));
        assertThat(recent.since(NOW.plusSeconds(10))).containsExactly(SECOND);
        assertThat(recent.since(Instant.MAX)).isEmpty();
    }

    @Test
    void rowsAreReadShortlyBeforeThePageIsDated() {
        recent.add(FIRST, NOW);
        assertThat(recent.since(NOW.plus(RecentUpdates.MARGIN))).containsExactly(FIRST);
    }

    @Test
    void whatIsOldIsForgotten() {
        recent.add(FIRST, NOW);
        recent.add(SECOND, NOW.plus(RecentUpdates.KEPT).plusSeconds(1));
        assertThat(recent.since(Instant.EPOCH)).containsExactly(SECOND);
    }
}
