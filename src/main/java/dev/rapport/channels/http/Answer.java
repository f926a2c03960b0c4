package dev.rapport.channels.http;

import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Limits;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server answered.
 *
 * @param from where it came from, after redirections
 * @param isCut whether there was more than the call wanted
 * @param limits how many calls are left, where the server says so
 */
public record Answer(
        URI from,
        int status,
        HttpHeaders headers,
        byte[] body,
        boolean isCut,
        @Nullable Limits limits,
        @Nullable Instant retryAt) {

    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    public @Nullable String header(String name) {
        return headers.getFirst(name);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The body as JSON.
     *
     * @throws Fault.Broken when it is none
     */
    public JsonNode json() {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw new Fault.Broken(from.getHost() + " answered with something that is no JSON.", e);
        }
    }

    /** The body as JSON, or an empty object when it is none. */
    public JsonNode jsonIfAny() {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
