package dev.rapport.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConflationTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Conflation conflation = new Conflation();

    @Test
    void firstUpdateIsToldAtOnce() {
        conflation.offer(new LiveUpdate("inbox", "17", 1));
        assertThat(conflation.poll(NOW)).contains(new LiveUpdate("inbox", "17", 1));
        assertThat(conflation.poll(NOW)).isEmpty();
    }

    @Test
    void nextOfTheSameNameWaitsASecond() {
        tell("inbox", "17", 1);
        conflation.offer(new LiveUpdate("inbox", "17", 2));
        assertThat(conflation.poll(NOW.plusMillis(999))).isEmpty();
        assertThat(conflation.nextAt()).contains(NOW.plusSeconds(1));
        assertThat(conflation.poll(NOW.plusSeconds(1))).contains(new LiveUpdate("inbox", "17", 2));
    }

    @Test
    void otherNameDoesNotWait() {
        tell("inbox", "17", 1);
        conflation.offer(new LiveUpdate("case", "3", 2));
        assertThat(conflation.poll(NOW)).contains(new LiveUpdate("case", "3", 2));
    }

    @Test
    void updatesOfSeveralIdsBecomeOneWithoutId() {
        conflation.offer(new LiveUpdate("inbox", "17", 1));
        conflation.offer(new LiveUpdate("inbox", "18", 2));
        assertThat(conflation.poll(NOW)).contains(new LiveUpdate("inbox", "", 2));
    }

    @Test
    void nothingWaitsWhenAllIsTold() {
        tell("inbox", "17", 1);
        assertThat(conflation.nextAt()).isEmpty();
    }

    @Test
    void payloadIsNameAndId() {
        assertThat(LiveUpdate.parse("case 117", 5)).isEqualTo(new LiveUpdate("case", "117", 5));
        assertThat(LiveUpdate.parse("inbox ", 5)).isEqualTo(new LiveUpdate("inbox", "", 5));
    }

    private void tell(String name, String id, long version) {
        conflation.offer(new LiveUpdate(name, id, version));
        conflation.poll(NOW);
    }
}
