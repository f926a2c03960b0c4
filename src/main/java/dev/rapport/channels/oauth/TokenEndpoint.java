package dev.rapport.channels.oauth;

import dev.rapport.channels.http.Call;
import dev.rapport.channels.spi.Fault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider renews its keys.
 *
 * @param isBasic whether it wants the client's name and secret in a header instead of the form (RFC 6749, section 2.3.1)
 * @param agent the name that the provider wants to be called with; empty for the usual one
 */
public record TokenEndpoint(
        URI uri, boolean isBasic, @Nullable String agent) {

    /** One that reads the client's secret from the form. */
    public static TokenEndpoint form(String address) {
        return new TokenEndpoint(uri(address), false, null);
    }

    /** One that reads the client's secret from a header. */
    public static TokenEndpoint basic(String address, @Nullable String agent) {
        return new TokenEndpoint(uri(address), true, agent);
    }

    Call renewal(String client, String secret, String refresh) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("client_id", client);
        form.put("client_secret", isBasic ? "" : secret);
        form.put("refresh_token", refresh);
        form.values().removeIf(String::isEmpty);
        return Call.form(uri, form)
                .with("Authorization", isBasic && !secret.isEmpty() ? basic(client + ":" + secret) : null)
                .with("User-Agent", agent);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static URI uri(String given) {
        try {
            return URI.create(given.strip());
        } catch (IllegalArgumentException e) {
            throw new Fault.Refused("“" + given + "” is no web address.");
        }
    }
}
