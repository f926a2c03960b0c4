package dev.rapport.channels.http;

import dev.rapport.channels.spi.Limits;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Reads what servers say about how often they may be called: under three names for the same, with clocks of their own, some
 * with fractions, and one with what was used instead of what there is.
 */
final class LimitHeaders {

    private static final long SECONDS_NOT_A_DATE = 10_000_000;
    private static final String FRACTION = "(\\.\\d+)?";
    private static final List<String> PREFIXES = List.of("RateLimit-", "X-RateLimit-", "X-Rate-Limit-");

    private LimitHeaders() {}

    static @Nullable Limits limits(HttpHeaders headers, Instant now) {
        Integer left = number(headers, "Remaining");
        Integer most = most(headers, left);
        return left == null || most == null || most <= 0
                ? null
                : new Limits(left, most, moment(value(headers, "Reset"), now));
    }

    private static @Nullable Integer most(HttpHeaders headers, @Nullable Integer left) {
        Integer used = number(headers, "Used");
        return used == null || left == null ? number(headers, "Limit") : Integer.valueOf(used + left);
    }

    static @Nullable Instant retryAt(HttpHeaders headers, Instant now) {
        Instant said = moment(headers.getFirst(HttpHeaders.RETRY_AFTER), now);
        Integer left = number(headers, "Remaining");
        return said != null || left == null || left > 0 ? said : moment(value(headers, "Reset"), now);
    }

    private static @Nullable String value(HttpHeaders headers, String name) {
        return PREFIXES.stream()
                .map(prefix -> headers.getFirst(prefix + name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Integer number(HttpHeaders headers, String name) {
        String value = value(headers, name);
        return value != null && value.strip().matches("\\d{1,9}" + FRACTION) ? Integer.valueOf(whole(value)) : null;
    }

    private static String whole(String number) {
        return number.strip().replaceFirst("\\..*", "");
    }

    /** Seconds from now, seconds since 1970, an ISO date or one as HTTP writes them. */
    private static @Nullable Instant moment(@Nullable String given, Instant now) {
        String value = given == null ? "" : given.strip();
        if (value.isEmpty()) {
            return null;
        }
        if (value.matches("\\d{1,10}" + FRACTION)) {
            long seconds = Long.parseLong(whole(value));
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
