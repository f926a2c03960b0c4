package dev.rapport.channels.reddit;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.http.Call;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.ServerAddress;
import dev.rapport.channels.oauth.OAuthKeys;
import dev.rapport.channels.oauth.TokenEndpoint;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Fault;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Calls to Reddit under the name that it wants every program to have.
 *
 * @see <a href="https://www.reddit.com/dev/api">the API</a>
 * @see <a href="https://github.com/reddit-archive/reddit/wiki/API">the rules, the User-Agent among them</a>
 * @see <a href="https://github.com/reddit-archive/reddit/wiki/OAuth2">keys and their scopes</a>
 */
final class RedditApi {

    /** Where the API is, and where keys are renewed; others in tests. */
    static final String API = "api";

    static final String TOKENS = "tokens";
    static final String ACCOUNT = "account";

    private static final String REDDIT = "https://oauth.reddit.com";
    private static final String REDDIT_TOKENS = "https://www.reddit.com/api/v1/access_token";

    private final Calls calls;
    private final Clock clock;
    private final OAuthKeys keys;
    private final ServerAddress api;
    private final String account;

    RedditApi(Calls calls, Clock clock, Connection inbox) {
        this.calls = calls;
        this.clock = clock;
        this.account = inbox.required(ACCOUNT).strip().replaceFirst("^/?u/", "");
        this.api = new ServerAddress(URI.create(Objects.requireNonNullElse(inbox.setting(API), REDDIT)));
        String tokens = Objects.requireNonNullElse(inbox.setting(TOKENS), REDDIT_TOKENS);
        this.keys = new OAuthKeys(calls, clock, inbox, TokenEndpoint.basic(tokens, agent()));
    }

    /** The name of our account. */
    String account() {
        return account;
    }

    Set<String> scopes() {
        return keys.scopes();
    }

    /**
     * Asks a question.
     *
     * @param query names and values in turn; those without a value are left out
     */
    Answer get(String path, String... query) {
        List<String> all = new ArrayList<>(List.of(ServerAddress.query(query)));
        // Without it every < and & in a text comes as an entity.
        all.addAll(List.of("raw_json", "1"));
        return ok(Call.get(api.at(path, all.toArray(String[]::new))));
    }

    /** What a form brought about, which says in its body whether it was taken. */
    JsonNode post(String path, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put("api_type", "json");
        form.put("raw_json", "1");
        Call call = Call.form(api.at(path), form);
        JsonNode said = ok(call).json().path("json");
        if (!said.path("errors").isEmpty()) {
            throw refusal(said);
        }
        return said.path("data");
    }

    private Answer ok(Call call) {
        Call named = call.with("User-Agent", agent());
        Answer answer = keys.make(named);
        if (answer.isOk()) {
            return answer;
        }
        Fault usual = calls.refusal(named, answer);
        String challenge = String.valueOf(answer.header("WWW-Authenticate"));
        throw answer.status() == 403 && challenge.contains("insufficient_scope")
                ? new Fault.Auth(String.valueOf(usual.getMessage()))
                : usual;
    }

    /** Errors are lists of a code, words for people and the field at fault. */
    private Fault refusal(JsonNode said) {
        JsonNode first = said.path("errors").path(0);
        String code = first.path(0).asString("");
        String why = "Reddit answered " + code + ": " + first.path(1).asString("");
        return switch (code) {
            case "RATELIMIT" ->
                new Fault.Slow(
                        why, clock.instant().plusSeconds(said.path("ratelimit").asLong(60)));
            case "USER_REQUIRED" -> new Fault.Auth(why);
            default -> new Fault.Refused(why);
        };
    }

    private String agent() {
        return "java:dev.rapport:1 (by /u/" + account + ")";
    }
}
