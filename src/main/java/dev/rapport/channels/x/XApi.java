package dev.rapport.channels.x;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.http.Call;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.ServerAddress;
import dev.rapport.channels.oauth.OAuthKeys;
import dev.rapport.channels.oauth.TokenEndpoint;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Daily;
import dev.rapport.channels.spi.Fault;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Calls to the X API within the day's budget: posts read and posts written, settings {@code reads} and {@code writes}. X counts
 * its days by UTC.
 *
 * @see <a href="https://docs.x.com/x-api/getting-started/pricing">what is charged</a>
 * @see <a href="https://docs.x.com/x-api/fundamentals/response-codes-and-errors">errors</a>
 */
final class XApi {

    /** Where the API is; another one in tests. */
    static final String API = "api";

    private static final String X = "https://api.x.com";
    private static final int READS = 100;
    private static final int WRITES = 25;
    private static final Duration REST = Duration.ofHours(1);
    private static final int PAYMENT_REQUIRED = 402;
    private static final Set<String> SIGN_IN = Set.of("client-forbidden", "unsupported-authentication");
    private static final Set<String> OVER = Set.of("usage-capped");

    private final Calls calls;
    private final Clock clock;
    private final OAuthKeys keys;
    private final ServerAddress api;
    private final Daily reads;
    private final Daily writes;

    XApi(Calls calls, Clock clock, Connection inbox) {
        this.calls = calls;
        this.clock = clock;
        this.api = new ServerAddress(URI.create(Objects.requireNonNullElse(inbox.setting(API), X)));
        this.keys = new OAuthKeys(
                calls,
                clock,
                inbox,
                TokenEndpoint.basic(api.at("/2/oauth2/token").toString(), null));
        this.reads = new Daily(inbox.spending(), "reads", number(inbox, "reads", READS), ZoneOffset.UTC, clock);
        this.writes = new Daily(inbox.spending(), "writes", number(inbox, "writes", WRITES), ZoneOffset.UTC, clock);
    }

    Daily reads() {
        return reads;
    }

    Set<String> scopes() {
        return keys.scopes();
    }

    /** Our account. */
    JsonNode me() {
        return ok(Call.get(api.at("/2/users/me", "user.fields", "username")))
                .json()
                .path("data");
    }

    /**
     * Some posts of a list, never more than the day's budget has left for reading.
     *
     * @param fewest the least that X lets itself be asked for
     * @param query names and values in turn; those without a value are left out
     */
    JsonNode list(String path, int fewest, String... query) {
        return posts(path, fewest, reads.leftForReading(), query);
    }

    /** Some posts of a list, for the sake of a reply: out of the whole budget. */
    JsonNode listForReply(String path, int fewest, String... query) {
        return posts(path, fewest, reads.left(), query);
    }

    /** Posts by their ids; those that are no longer there are named among the errors. */
    JsonNode byId(List<String> ids) {
        if (reads.leftForReading() < ids.size()) {
            throw reads.over("What is left of the day’s budget is kept for replies.");
        }
        return counted(Call.get(api.at("/2/tweets", with("ids", String.join(",", ids)))));
    }

    /** Writes a post; counted before, since what is lost on the way may have been charged. */
    JsonNode post(Object body) {
        if (writes.left() < 1) {
            throw writes.over("The day’s budget for replies is spent.");
        }
        writes.spend(1);
        return ok(Call.post(api.at("/2/tweets"), body)).jsonIfAny().path("data");
    }

    private JsonNode posts(String path, int fewest, int left, String... query) {
        if (left < fewest) {
            throw reads.over("The day’s budget for reading is spent.");
        }
        List<String> all = new ArrayList<>(List.of(ServerAddress.query(query)));
        all.addAll(List.of("max_results", Integer.toString(Math.min(left, Post.MOST_TOGETHER))));
        return counted(Call.get(api.at(path, with(all.toArray(String[]::new)))));
    }

    private JsonNode counted(Call call) {
        JsonNode answer = ok(call).json();
        reads.spend(answer.path("data").size());
        return answer;
    }

    private static String[] with(String... query) {
        List<String> all = new ArrayList<>(List.of(query));
        all.addAll(Post.FIELDS);
        return all.toArray(String[]::new);
    }

    private Answer ok(Call call) {
        Answer answer = keys.make(call);
        if (answer.isOk()) {
            return answer;
        }
        Fault usual = calls.refusal(call, answer);
        String why = String.valueOf(usual.getMessage());
        String type = type(answer.jsonIfAny());
        if (answer.status() == PAYMENT_REQUIRED || OVER.contains(type)) {
            throw new Fault.Slow(why, clock.instant().plus(REST));
        }
        throw SIGN_IN.contains(type) ? new Fault.Auth(why) : usual;
    }

    /** The last part of an error's address. */
    static String type(JsonNode error) {
        return error.path("type").asString("").replaceFirst(".*/", "");
    }

    private static int number(Connection inbox, String name, int usual) {
        String given = inbox.setting(name);
        return given != null && given.matches("\\d{1,6}") ? Integer.parseInt(given) : usual;
    }
}
