package dev.rapport.channels.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.json.JsonMapper;

/**
 * One call to another server.
 *
 * @param headers besides the type of the body
 * @param body what is sent, with its media type; empty for none
 * @param most how many bytes of an answer are read
 */
public record Call(
        HttpMethod method,
        URI uri,
        Map<String, String> headers,
        @Nullable Body body,
        int most) {

    private static final int MEGABYTE = 1 << 20;
    private static final int MOST = 10 * MEGABYTE;

    /** What is sent, and what it is. */
    public record Body(String type, byte[] bytes) {}

    public static Call get(URI uri) {
        return new Call(HttpMethod.GET, uri, Map.of(), null, MOST);
    }

    /** Sends {@code json}, a record or map, as JSON. */
    public static Call post(URI uri, Object json) {
        Body body = new Body("application/json", JsonMapper.shared().writeValueAsBytes(json));
        return new Call(HttpMethod.POST, uri, Map.of(), body, MOST);
    }

    /** Sends fields as a browser sends a form. */
    public static Call form(URI uri, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Body body = new Body("application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
        return new Call(HttpMethod.POST, uri, Map.of(), body, MOST);
    }

    /** A POST without a body. */
    public static Call post(URI uri) {
        return new Call(HttpMethod.POST, uri, Map.of(), null, MOST);
    }

    /** The same with one more header; none when its value is empty. */
    public Call with(String header, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, uri, Map.copyOf(more), body, most);
    }

    public Call bearer(@Nullable String token) {
        return with("Authorization", token == null ? null : "Bearer " + token);
    }

    public Call atMost(int bytes) {
        return new Call(method, uri, headers, body, bytes);
    }

    Call to(URI other) {
        return new Call(method, other, headers, body, most);
    }

    /** Whether it may change something there: then nobody knows what a broken connection did. */
    boolean changes() {
        return !HttpMethod.GET.equals(method);
    }

    /** Never shows headers or a path, since both may carry keys. */
    @Override
    public String toString() {
        return method + " " + uri.getHost();
    }
}
