package dev.rapport.channels.bluesky;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.http.Call;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.ServerAddress;
import dev.rapport.channels.spi.Connection;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Calls by the account of an inbox; its session is renewed when the server says that it ran out. */
final class BlueskyApi {

    private static final Set<String> NOT_THERE = Set.of("RecordNotFound", "NotFound");

    private final Calls calls;
    private final Session session;
    private final ServerAddress server;

    BlueskyApi(Calls calls, Connection inbox) {
        this.calls = calls;
        this.server = ServerAddress.of(inbox);
        this.session = new Session(calls, inbox, this::uri);
    }

    String host() {
        return server.host();
    }

    /** Who we are, for ever. */
    String did() {
        return session.did();
    }

    /**
     * Asks a question.
     *
     * @param method its name, {@code app.bsky.feed.getPosts}
     * @param query names and values in turn; names may repeat
     */
    Answer get(String method, String... query) {
        return ok(Call.get(uri(method, query)));
    }

    JsonNode post(String method, Map<String, ?> input) {
        return ok(Call.post(uri(method), input)).json();
    }

    /** A record; empty when the server says that there is none. */
    Optional<JsonNode> record(String repo, String collection, String key) {
        Call call = Call.get(uri("com.atproto.repo.getRecord", "repo", repo, "collection", collection, "rkey", key));
        Answer answer = session.make(call);
        if (answer.isOk()) {
            return Optional.of(answer.json());
        }
        String error = answer.jsonIfAny().path("error").asString("");
        if (answer.status() == 404 || answer.status() == 400 && NOT_THERE.contains(error)) {
            return Optional.empty();
        }
        throw calls.refusal(call, answer);
    }

    private Answer ok(Call call) {
        Answer answer = session.make(call);
        if (!answer.isOk()) {
            throw calls.refusal(call, answer);
        }
        return answer;
    }

    private URI uri(String method, String... query) {
        return server.at("/xrpc/" + method, query);
    }
}
