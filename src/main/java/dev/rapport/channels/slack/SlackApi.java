package dev.rapport.channels.slack;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.http.Call;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.ServerAddress;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Fault;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Calls to the Web API of one workspace, which says what it declines with status 200 and a word.
 *
 * @see <a href="https://docs.slack.dev/apis/web-api/">the Web API</a> and its
 *     <a href="https://docs.slack.dev/apis/web-api/rate-limits">rate limits</a>
 */
final class SlackApi {

    static final String TOKEN = "token";

    /** Where the Web API is; another one in tests. */
    static final String API = "api";

    /** That the app was not given a right. What it may do beside that still works. */
    private static final String NO_RIGHT = "missing_scope";

    private static final String SLACK = "https://slack.com/api";
    private static final Duration UNSAID = Duration.ofMinutes(1);

    private static final Set<String> SIGN_IN =
            Set.of("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired");
    private static final Set<String> TOO_FAST = Set.of("ratelimited", "rate_limited");

    /** After these it may have been done. */
    private static final Set<String> UNSURE = Set.of("internal_error", "fatal_error");

    private static final Set<String> LATER = Set.of("service_unavailable", "request_timeout");

    private final Calls calls;
    private final Clock clock;
    private final Connection inbox;
    private final ServerAddress server;

    SlackApi(Calls calls, Clock clock, Connection inbox) {
        this.calls = calls;
        this.clock = clock;
        this.inbox = inbox;
        String api = inbox.setting(API);
        this.server = new ServerAddress(URI.create(api == null || api.isEmpty() ? SLACK : api));
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * Asks for something.
     *
     * @param query names and values in turn
     * @throws Fault.Refused when it is declined, also when the app was not given the right to ask
     */
    JsonNode ask(String method, String... query) {
        Answer answer = calls.ok(Call.get(server.at("/" + method, query)).bearer(inbox.secret(TOKEN)));
        JsonNode said = answer.json();
        String error = error(said);
        if (error.isEmpty() && !said.path("ok").asBoolean(false)) {
            throw new Fault.Broken("Slack's answer is no answer.");
        }
        if (error.equals(NO_RIGHT)) {
            throw new Fault.Refused(
                    "The app lacks a right: " + said.path("needed").asString("") + ".");
        }
        if (UNSURE.contains(error)) {
            throw new Fault.Broken("Slack answered: " + error);
        }
        check(error, answer);
        return said;
    }

    /** Tells Slack to do something. */
    JsonNode tell(String method, Map<String, Object> body) {
        Answer answer = calls.ok(Call.post(server.at("/" + method), body).bearer(inbox.secret(TOKEN)));
        JsonNode said = answer.jsonIfAny();
        String error = error(said);
        if (error.equals(NO_RIGHT)) {
            throw new Fault.Auth("Slack answered: " + error);
        }
        if (UNSURE.contains(error)) {
            throw new Fault.Unsure("Slack answered: " + error, new IllegalStateException(error));
        }
        check(error, answer);
        return said;
    }

    private static String error(JsonNode said) {
        return said.path("ok").asBoolean(false) ? "" : said.path("error").asString("");
    }

    private void check(String error, Answer answer) {
        if (error.isEmpty()) {
            return;
        }
        String why = "Slack answered: " + error;
        Instant retryAt = answer.retryAt();
        if (SIGN_IN.contains(error)) {
            throw new Fault.Auth(why);
        }
        if (TOO_FAST.contains(error)) {
            throw new Fault.Slow(why, retryAt == null ? now().plus(UNSAID) : retryAt);
        }
        throw LATER.contains(error) ? new Fault.Broken(why) : new Fault.Refused(why);
    }
}
