package dev.rapport.channels.mastodon;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.http.Call;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Fault;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Calls to one server with one account's token: the setting {@code server}, the secret {@code token}. */
final class MastodonApi {

    private final Calls calls;
    private final Connection inbox;
    private final URI server;

    MastodonApi(Calls calls, Connection inbox) {
        this.calls = calls;
        this.inbox = inbox;
        this.server = server(inbox);
    }

    /** The name under which accounts of this server are known elsewhere. */
    String host() {
        return server.getHost();
    }

    /**
     * Asks a question.
     *
     * @param query names and values in turn; names may repeat
     */
    Answer get(String path, String... query) {
        return calls.ok(signed(Call.get(uri(path, query))));
    }

    /** Asks a question whose answer may be that there is no such thing, also no longer. */
    Optional<JsonNode> find(String path, String... query) {
        Call call = signed(Call.get(uri(path, query)));
        Answer answer = calls.make(call);
        if (answer.status() == 404 || answer.status() == 410) {
            return Optional.empty();
        }
        if (!answer.isOk()) {
            throw calls.refusal(call, answer);
        }
        return Optional.of(answer.json());
    }

    /** Posts a status; {@code key} is the same at every attempt, which some servers honour. */
    JsonNode post(Map<String, Object> status, String key) {
        Call call = signed(Call.post(uri("/api/v1/statuses"), status)).with("Idempotency-Key", key);
        Answer answer = calls.ok(call);
        if (answer.jsonIfAny().path("uri").asString("").isEmpty()) {
            String why = host() + " took a status and did not say which.";
            throw new Fault.Unsure(why, new IllegalStateException(why));
        }
        return answer.json();
    }

    void delete(String path) {
        calls.ok(signed(new Call(HttpMethod.DELETE, uri(path), Map.of(), null, 1 << 20)));
    }

    private Call signed(Call call) {
        String token = inbox.secret("token");
        if (token == null || token.isBlank()) {
            throw new Fault.Auth("There is no access token for " + host() + ".");
        }
        return call.bearer(token);
    }

    private URI uri(String path, String... query) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromUri(server).path(path);
        Object[] values = new Object[query.length / 2];
        for (int i = 0; i < query.length; i += 2) {
            uri.queryParam(query[i], "{value}");
            values[i / 2] = query[i + 1];
        }
        return uri.encode().buildAndExpand(values).toUri();
    }

    private static URI server(Connection inbox) {
        String given = inbox.required("server").strip().replaceAll("/+$", "");
        try {
            URI uri = URI.create(given.contains("://") ? given : "https://" + given);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for an address without a host.
        }
        throw new Fault.Refused("“" + given + "” is no server's address.");
    }
}
