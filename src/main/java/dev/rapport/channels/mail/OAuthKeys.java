package dev.rapport.channels.mail;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.http.Call;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Fault;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/**
 * Keys of providers that want OAuth2 instead of a password (RFC 6749, section 6): good for an hour, renewed by one that stays.
 * Settings: {@code oauth.url}, {@code oauth.client}. Secrets: {@code oauth.secret}, {@code oauth.refresh}, and of the present
 * key {@code oauth.access} and {@code oauth.until}.
 */
final class OAuthKeys {

    private static final long EARLY_SECONDS = 120;
    private static final long USUAL_SECONDS = 3_600;

    private final Calls calls;
    private final Clock clock;

    OAuthKeys(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    static boolean isWanted(Connection inbox) {
        String url = inbox.setting("oauth.url");
        return url != null && !url.isBlank();
    }

    /** A key that is good for some minutes yet. */
    String fresh(Connection inbox) {
        String access = inbox.secret("oauth.access");
        String until = Objects.requireNonNullElse(inbox.secret("oauth.until"), "0");
        if (access != null
                && Long.parseLong(until) - EARLY_SECONDS > clock.instant().getEpochSecond()) {
            return access;
        }
        Map<String, String> renewed = inbox.renewal().renew("oauth.access", access, stored -> renewed(inbox, stored));
        return Objects.requireNonNull(renewed.get("oauth.access"));
    }

    private Map<String, String> renewed(Connection inbox, Map<String, String> stored) {
        Map<String, String> known = new HashMap<>(inbox.secrets());
        known.putAll(stored);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("client_id", inbox.required("oauth.client"));
        form.put("client_secret", known.getOrDefault("oauth.secret", ""));
        form.put("refresh_token", known.getOrDefault("oauth.refresh", ""));
        form.values().removeIf(String::isEmpty);
        Answer answer = ask(inbox, form);
        JsonNode given = answer.jsonIfAny();
        String access = given.path("access_token").asString("");
        if (!answer.isOk() || access.isEmpty()) {
            throw new Fault.Auth("The provider renews the key no more: "
                    + given.path("error").asString("no reason"));
        }
        long seconds = given.path("expires_in").asLong(USUAL_SECONDS);
        known.put("oauth.access", access);
        known.put("oauth.until", Long.toString(clock.instant().getEpochSecond() + seconds));
        String next = given.path("refresh_token").asString("");
        if (!next.isEmpty()) {
            known.put("oauth.refresh", next);
        }
        return known;
    }

    private Answer ask(Connection inbox, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Call.Body sent = new Call.Body("application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
        Call call = new Call(HttpMethod.POST, uri(inbox.required("oauth.url")), Map.of(), sent, 1 << 20);
        Answer answer;
        try {
            answer = calls.make(call);
        } catch (Fault.Unsure unanswered) {
            throw new Fault.Broken(String.valueOf(unanswered.getMessage()), unanswered);
        }
        if (answer.status() == 429 || answer.status() >= 500) {
            throw new Fault.Broken("The provider answered " + answer.status() + " instead of renewing the key.");
        }
        return answer;
    }

    private static URI uri(String given) {
        try {
            return URI.create(given.strip());
        } catch (IllegalArgumentException e) {
            throw new Fault.Refused("“" + given + "” is no web address.");
        }
    }
}
