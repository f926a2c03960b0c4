package dev.rapport.channels.mastodon;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.http.Call;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.ServerAddress;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Fault;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Calls to one server with one account's token: the setting {@code server}, the secret {@code token}. */
final class MastodonApi {

    private final Calls calls;
    private final Connection inbox;
    private final ServerAddress server;

    MastodonApi(Calls calls, Connection inbox) {
        this.calls = calls;
        this.inbox = inbox;
        this.server = ServerAddress.of(inbox);
    }

    /** The name under which accounts of this server are known elsewhere. */
    String host() {
        return server.host();
    }

    /**
     * Asks a question.
     *
     * @param query names and values in turn; names may repeat
     */
    Answer get(String path, String... query) {
        return calls.ok(signed(Call.get(server.at(path, query))));
    }

    /** Asks a question whose answer may be that there is no such thing, also no longer. */
    Optional<JsonNode> find(String path, String... query) {
        Call call = signed(Call.get(server.at(path, query)));
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
        Call call = signed(Call.post(server.at("/api/v1/statuses"), status)).with("Idempotency-Key", key);
        Answer answer = calls.ok(call);
        if (answer.jsonIfAny().path("uri").asString("").isEmpty()) {
            String why = host() + " took a status and did not say which.";
            throw new Fault.Unsure(why, new IllegalStateException(why));
        }
        return answer.json();
    }

    void delete(String path) {
        calls.ok(signed(new Call(HttpMethod.DELETE, server.at(path), Map.of(), null, 1 << 20)));
    }

    private Call signed(Call call) {
        String token = inbox.secret("token");
        if (token == null || token.isBlank()) {
            throw new Fault.Auth("There is no access token for " + host() + ".");
        }
        return call.bearer(token);
    }
}
