package dev.rapport.channels.bluesky;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.http.Call;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Fault;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An account's session. Signing in is limited to a few times a day, so a session that ran out is refreshed, and only when that
 * is refused does the app password sign in again. Secrets: {@code password}, and of the session {@code access},
 * {@code refresh} and {@code did}.
 */
final class Session {

    private static final Set<String> STALE = Set.of("ExpiredToken", "InvalidToken");

    private final Calls calls;
    private final Connection inbox;
    private final Function<String, URI> uri;
    private Map<String, String> secrets;

    Session(Calls calls, Connection inbox, Function<String, URI> uri) {
        this.calls = calls;
        this.inbox = inbox;
        this.uri = uri;
        this.secrets = inbox.secrets();
    }

    String did() {
        String did = secrets.get("did");
        if (did == null) {
            renew(null);
            did = secrets.get("did");
        }
        if (did == null) {
            throw new Fault.Broken("The server did not say who we are.");
        }
        return did;
    }

    /** Makes a call with the session's key; once more with a new one when the first has run out. */
    Answer make(Call call) {
        String access = secrets.get("access");
        if (access == null) {
            access = renew(null);
        }
        Answer answer = calls.make(call.bearer(access));
        if (!isStale(answer)) {
            return answer;
        }
        Answer second = calls.make(call.bearer(renew(access)));
        if (isStale(second)) {
            throw new Fault.Auth("The server refuses the session that it has just opened.");
        }
        return second;
    }

    private String renew(@Nullable String stale) {
        secrets = inbox.renewal().renew("access", stale, this::renewed);
        String access = secrets.get("access");
        if (access == null) {
            throw new Fault.Auth("There is no session, and no app password to open one.");
        }
        return access;
    }

    private Map<String, String> renewed(Map<String, String> stored) {
        Map<String, String> known = new HashMap<>(inbox.secrets());
        known.putAll(stored);
        String refresh = known.get("refresh");
        Answer answer = refresh == null
                ? null
                : calls.make(Call.post(uri.apply("com.atproto.server.refreshSession"))
                        .bearer(refresh));
        if (answer != null && answer.isOk()) {
            return with(known, answer.json());
        }
        if (answer != null && answer.status() != 400 && answer.status() != 401) {
            throw calls.refusal(Call.get(uri.apply("com.atproto.server.refreshSession")), answer);
        }
        return with(known, signIn(known.get("password")));
    }

    private JsonNode signIn(@Nullable String password) {
        if (password == null || password.isEmpty()) {
            throw new Fault.Auth("The session has run out, and there is no app password to open another.");
        }
        URI there = uri.apply("com.atproto.server.createSession");
        Call call =
                Call.post(there, Map.of("identifier", inbox.required("account").strip(), "password", password));
        Answer answer = calls.make(call);
        if (answer.isOk()) {
            return answer.json();
        }
        if (answer.status() == 400 || answer.status() == 401) {
            throw new Fault.Auth(there.getHost() + " refuses the name or the app password.");
        }
        throw calls.refusal(Call.get(there), answer);
    }

    private static Map<String, String> with(Map<String, String> known, JsonNode session) {
        Map<String, String> all = new HashMap<>(known);
        all.put("access", session.path("accessJwt").asString(""));
        all.put("refresh", session.path("refreshJwt").asString(""));
        all.put("did", session.path("did").asString(""));
        if (all.containsValue("")) {
            throw new Fault.Broken("The server opened a session and left out its keys.");
        }
        return all;
    }

    private static boolean isStale(Answer answer) {
        return (answer.status() == 400 || answer.status() == 401)
                && STALE.contains(answer.jsonIfAny().path("error").asString(""));
    }
}
