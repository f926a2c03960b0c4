package dev.rapport.understanding.web;

import dev.rapport.shared.web.FormProblems;
import dev.rapport.understanding.Tried;
import dev.rapport.understanding.endpoint.Endpoint;
import dev.rapport.understanding.endpoint.Refused;
import dev.rapport.understanding.endpoint.Use;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The second reader: whether it is on, how it fares, and the form that enters it.
 *
 * @param endpoint empty as long as nobody entered one
 * @param consentedBy the name of whoever said what may leave
 * @param days what was asked, the oldest first, today last
 * @param refused what was of no use in these days
 * @param tried what came of trying it just now; empty when nobody did
 */
public record EndpointPage(
        @Nullable Endpoint endpoint,
        String consentedBy,
        EndpointForm form,
        FormProblems problems,
        List<Use> days,
        List<Refused> refused,
        @Nullable Tried tried,
        Instant now) {

    private static final int BAR = 10;
    private static final double HIGHEST = 40;

    /** A bar of the picture of the last days, in its units. */
    public record Bar(int x, double height) {}

    public boolean isOn() {
        return endpoint != null && endpoint.isOn();
    }

    public boolean isPaused() {
        return endpoint != null && endpoint.isPaused(now);
    }

    /** Whether the last call failed. */
    public boolean isInTrouble() {
        return endpoint != null && endpoint.faults() > 0;
    }

    public boolean hasKey() {
        return endpoint != null && endpoint.hasKey();
    }

    public String host() {
        return endpoint == null
                ? ""
                : String.valueOf(URI.create(endpoint.address()).getHost());
    }

    public Use today() {
        return days.getLast();
    }

    public boolean wasUsed() {
        return days.stream().anyMatch(day -> day.calls() > 0);
    }

    /** The most calls of one of these days. */
    public int most() {
        return days.stream().mapToInt(Use::calls).max().orElse(0);
    }

    public int total() {
        return days.stream().mapToInt(Use::calls).sum();
    }

    public List<Bar> bars() {
        double most = Math.max(1, most());
        return java.util.stream.IntStream.range(0, days.size())
                .mapToObj(i -> new Bar(i * BAR, HIGHEST * days.get(i).calls() / most))
                .toList();
    }
}
