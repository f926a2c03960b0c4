package dev.rapport.channels.youtube;

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
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Calls to the YouTube Data API, each counted against the day's quota before it is made: also those that are refused cost.
 *
 * @see <a href="https://developers.google.com/youtube/v3/determine_quota_cost">what calls cost</a>
 * @see <a href="https://developers.google.com/youtube/v3/docs/errors">errors</a>
 */
final class YoutubeApi {

    /** Where the API is, and where keys are renewed; others in tests. */
    static final String API = "api";

    static final String TOKENS = "tokens";

    static final String SCOPE = "https://www.googleapis.com/auth/youtube.force-ssl";

    private static final String GOOGLE = "https://www.googleapis.com/youtube/v3";
    private static final String GOOGLE_TOKENS = "https://oauth2.googleapis.com/token";
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final int UNITS_A_DAY = 10_000;
    private static final int LIST = 1;
    private static final int INSERT = 50;
    private static final Duration REST = Duration.ofMinutes(1);

    private static final Set<String> SPENT = Set.of("quotaExceeded", "dailyLimitExceeded");
    private static final Set<String> TOO_FAST = Set.of("rateLimitExceeded", "userRateLimitExceeded");
    private static final Set<String> SIGN_IN = Set.of("insufficientPermissions", "authError", "youtubeSignupRequired");
    private static final Set<String> GONE =
            Set.of("commentNotFound", "commentThreadNotFound", "parentCommentNotFound", "notFound");

    private final Calls calls;
    private final Clock clock;
    private final OAuthKeys keys;
    private final ServerAddress api;
    private final Daily quota;

    YoutubeApi(Calls calls, Clock clock, Connection inbox) {
        this.calls = calls;
        this.clock = clock;
        this.api = new ServerAddress(URI.create(Objects.requireNonNullElse(inbox.setting(API), GOOGLE)));
        String tokens = Objects.requireNonNullElse(inbox.setting(TOKENS), GOOGLE_TOKENS);
        this.keys = new OAuthKeys(calls, clock, inbox, TokenEndpoint.form(tokens));
        this.quota = new Daily(inbox.spending(), "youtube", UNITS_A_DAY, PACIFIC, clock);
    }

    Daily quota() {
        return quota;
    }

    Set<String> scopes() {
        return keys.scopes();
    }

    /**
     * A list, as part of our reading.
     *
     * @param query names and values in turn
     * @throws Fault.Slow when only what is kept for replies is left of the day's quota
     */
    JsonNode read(String path, String... query) {
        keepForReplies();
        return list(path, query);
    }

    /** A page of a list, as part of our reading; empty when the way to it leads nowhere any more. */
    Optional<JsonNode> page(String path, String... query) {
        keepForReplies();
        Call call = Call.get(api.at(path, query));
        Answer answer = made(call, LIST);
        boolean isPaging = List.of(query).contains("pageToken");
        if (isPaging && answer.status() == 400 && reason(answer).equals("invalidPageToken")) {
            return Optional.empty();
        }
        return Optional.of(good(call, answer).json());
    }

    void keepForReplies() {
        if (quota.leftForReading() < LIST) {
            throw quota.over("What is left of the day’s quota is kept for replies.");
        }
    }

    /** A list for the sake of a reply, out of the whole quota. */
    JsonNode list(String path, String... query) {
        return ok(Call.get(api.at(path, query)), LIST).json();
    }

    /** What has these ids; what YouTube does not show is left out. */
    List<JsonNode> withId(String path, List<String> ids) {
        Call call = Call.get(api.at(path, "part", "snippet", "textFormat", "plainText", "id", String.join(",", ids)));
        Answer answer = made(call, LIST);
        if (answer.status() == 404 && GONE.contains(reason(answer))) {
            return List.of();
        }
        return good(call, answer).json().path("items").valueStream().toList();
    }

    JsonNode insert(String path, Object body) {
        return ok(Call.post(api.at(path, "part", "snippet"), body), INSERT).json();
    }

    private Answer ok(Call call, int units) {
        return good(call, made(call, units));
    }

    private Answer good(Call call, Answer answer) {
        if (!answer.isOk()) {
            throw refusal(call, answer);
        }
        return answer;
    }

    private Answer made(Call call, int units) {
        if (quota.left() < units) {
            throw quota.over("The day’s quota is spent.");
        }
        quota.spend(units);
        return keys.make(call);
    }

    private Fault refusal(Call call, Answer answer) {
        String reason = reason(answer);
        Fault usual = calls.refusal(call, answer);
        String why = String.valueOf(usual.getMessage());
        if (SPENT.contains(reason)) {
            return quota.over(why);
        }
        if (TOO_FAST.contains(reason)) {
            Instant said = answer.retryAt();
            return new Fault.Slow(why, said == null ? clock.instant().plus(REST) : said);
        }
        if (SIGN_IN.contains(reason)) {
            return new Fault.Auth(why);
        }
        return usual;
    }

    /** Why, in the one word that is meant for programs. */
    static String reason(Answer answer) {
        return answer.jsonIfAny()
                .path("error")
                .path("errors")
                .path(0)
                .path("reason")
                .asString("");
    }
}
