package dev.rapport.channels.http;

import dev.rapport.channels.spi.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What has to happen next when a server says no: by its status, never by its words. */
final class Refusals {

    private static final Duration UNSAID = Duration.ofMinutes(1);
    private static final int LONGEST = 300;

    private Refusals() {}

    static Fault of(Call call, Answer answer, Instant now) {
        int status = answer.status();
        String why = call.uri().getHost() + " answered " + status + said(answer);
        Instant retryAt = answer.retryAt();
        if (status == 401) {
            return new Fault.Auth(why);
        }
        if (status == 429 || status == 503 && retryAt != null) {
            return new Fault.Slow(why, retryAt == null ? now.plus(UNSAID) : retryAt);
        }
        if (status == 503 || status == 408 || status < 400) {
            return new Fault.Broken(why);
        }
        if (status >= 500) {
            return call.changes() ? new Fault.Unsure(why, new IllegalStateException(why)) : new Fault.Broken(why);
        }
        return new Fault.Refused(why);
    }

    /** The server's own words for a person to read, where it sent some that are short. */
    private static String said(Answer answer) {
        JsonNode json = answer.jsonIfAny();
        String words = Stream.of(
                        json.path("message"),
                        json.path("error"),
                        json.path("error").path("message"),
                        json.path("detail"))
                .map(one -> one.asString("").strip())
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
        return words.isEmpty() ? "" : ": " + (words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words);
    }
}
