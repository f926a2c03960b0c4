package dev.rapport.channels.http;

import dev.rapport.channels.spi.Limits;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Reads what servers say about how often they may be called; some say it with {@code X-} and some with other clocks. */
final class LimitHeaders {

    private static final long SECONDS_NOT_A_DATE = 10_000_000;

    private LimitHeaders() {}

    static @Nullable Limits limits(HttpHeaders headers, Instant now) {
        Integer left = number(headers, "RateLimit-Remaining");
        Integer most = number(headers, "RateLimit-Limit");
        return left == null || most == null || most <= 0
                ? null
                : new Limits(left, most, moment(value(headers, "RateLimit-Reset"), now));
    }

    static @Nullable Instant retryAt(HttpHeaders headers, Instant now) {
        Instant said = moment(headers.getFirst(HttpHeaders.RETRY_AFTER), now);
        Integer left = number(headers, "RateLimit-Remaining");
        return said != null || left == null || left > 0 ? said : moment(value(headers, "RateLimit-Reset"), now);
    }

    private static @Nullable String value(HttpHeaders headers, String name) {
        String plain = headers.getFirst(name);
        return plain == null ? headers.getFirst("X-" + name) : plain;
    }

    private static @Nullable Integer number(HttpHeaders headers, String name) {
        String value = value(headers, name);
        return value != null && value.strip().matches("\\d{1,9}") ? Integer.valueOf(value.strip()) : null;
    }

    /** Seconds from now, seconds since 1970, an ISO date or one as HTTP writes them. */
    private static @Nullable Instant moment(@Nullable String given, Instant now) {
        String value = given == null ? "" : given.strip();
        if (value.isEmpty()) {
            return null;
        }
        if (value.matches("\\d{1,10}")) {
            long seconds = Long.parseLong(value);
            return seconds > SECONDS_NOT_A_DATE ? Instant.ofEpochSecond(seconds) : now.plusSeconds(seconds);
        }
        try {
            return value.contains(",")
                    ? ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()
                    : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
