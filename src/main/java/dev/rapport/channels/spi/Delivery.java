package dev.rapport.channels.spi;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a place brought to the address of an inbox, byte for byte.
 *
 * @param method {@code POST}, or {@code GET} for the questions that some places ask before they deliver
 * @param headers by their names in small letters
 * @param query the parameters of the address
 * @param body exactly as it came; signatures are checked on these bytes
 * @param receivedAt by our clock
 */
public record Delivery(
        String method, Map<String, String> headers, Map<String, String> query, byte[] body, Instant receivedAt) {

    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    public @Nullable String parameter(String name) {
        return query.get(name);
    }

    public boolean isQuestion() {
        return method.equals("GET");
    }
}
