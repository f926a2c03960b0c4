package dev.rapport.channels.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.channels.spi.Limits;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class LimitHeadersTests {

    private static final Instant NOW = Instant.parse("2026-11-16T12:00:00Z");

    private final HttpHeaders headers = new HttpHeaders();

    @Test
    void datesAreReadAsMastodonWritesThem() {
        headers.set("X-RateLimit-Limit", "300");
        headers.set("X-RateLimit-Remaining", "299");
        headers.set("X-RateLimit-Reset", "2026-11-16T12:05:00.000000Z");

        assertThat(LimitHeaders.limits(headers, NOW)).isEqualTo(new Limits(299, 300, NOW.plusSeconds(300)));
    }

    @Test
    void usedAndFractionsAreReadAsRedditWritesThem() {
        headers.set("X-Ratelimit-Used", "4");
        headers.set("X-Ratelimit-Remaining", "596.0");
        headers.set("X-Ratelimit-Reset", "240");

        assertThat(LimitHeaders.limits(headers, NOW)).isEqualTo(new Limits(596, 600, NOW.plusSeconds(240)));
    }

    @Test
    void secondsOfTheClockAreReadAsXWritesThem() {
        headers.set("x-rate-limit-limit", "300");
        headers.set("x-rate-limit-remaining", "0");
        headers.set("x-rate-limit-reset", Long.toString(NOW.getEpochSecond() + 900));

        assertThat(LimitHeaders.limits(headers, NOW)).isEqualTo(new Limits(0, 300, NOW.plusSeconds(900)));
        assertThat(LimitHeaders.retryAt(headers, NOW)).isEqualTo(NOW.plusSeconds(900));
    }

    @Test
    void whoSaysNothingHasNoLimits() {
        headers.set("X-RateLimit-Remaining", "many");

        assertThat(LimitHeaders.limits(headers, NOW)).isNull();
        assertThat(LimitHeaders.retryAt(headers, NOW)).isNull();
    }
}
