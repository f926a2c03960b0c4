package dev.rapport.channels.meta;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.spi.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How much of its limits Meta says was used, in hundredths: of the calls, or of the time they took.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/overview/rate-limiting/">rate limits</a>
 */
final class GraphUsage {

    private static final List<String> HEADERS = List.of("X-Business-Use-Case-Usage", "X-Page-Usage", "X-App-Usage");
    private static final List<String> SHARES = List.of("call_count", "total_cputime", "total_time");
    private static final String REGAINED_IN_MINUTES = "estimated_time_to_regain_access";
    private static final int ALL = 100;

    private GraphUsage() {}

    /** What is left of the narrowest limit; empty when Meta says nothing of them, as it does after few calls. */
    static @Nullable Limits limits(Answer answer, Instant now) {
        List<JsonNode> said = HEADERS.stream()
                .map(answer::header)
                .filter(Objects::nonNull)
                .map(GraphUsage::json)
                .toList();
        if (said.isEmpty()) {
            return null;
        }
        int used = SHARES.stream().mapToInt(share -> most(said, share)).max().orElse(0);
        int minutes = most(said, REGAINED_IN_MINUTES);
        return new Limits(Math.max(0, ALL - used), ALL, minutes == 0 ? null : now.plus(Duration.ofMinutes(minutes)));
    }

    private static int most(List<JsonNode> said, String field) {
        return said.stream()
                .flatMap(one -> one.findValues(field).stream())
                .mapToInt(one -> one.asInt(0))
                .max()
                .orElse(0);
    }

    private static JsonNode json(String header) {
        try {
            return JsonMapper.shared().readTree(header);
        } catch (JacksonException unreadable) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
