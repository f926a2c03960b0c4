package dev.rapport.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToldFormTests {

    private static final Instant NOW = Instant.parse("2026-11-12T12:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void whatWaitedOnADeviceWasSaidWhenItWasWrittenDown() {
        assertThat(said("", "2026-11-02T09:30:00.250Z")).isEqualTo(Instant.parse("2026-11-02T09:30:00.250Z"));
    }

    @Test
    void dayThatWasChosenCountsBeforeTheMoment() {
        assertThat(said("2026-11-01", "2026-11-02T09:30:00Z")).isEqualTo(Instant.parse("2026-11-01T11:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2999-01-01T00:00:00Z", "yesterday"})
    void momentThatCannotBeIsNow(String moment) {
        assertThat(said("", moment)).isEqualTo(NOW);
    }

    private Instant said(String on, String moment) {
        ToldForm form = new ToldForm(null, "", "", null, "It broke.", "", on, moment);
        return Objects.requireNonNull(form.saidAt(ZONE, clock));
    }
}
