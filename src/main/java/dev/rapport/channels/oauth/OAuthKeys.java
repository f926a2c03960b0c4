package dev.rapport.channels.oauth;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.http.Call;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Fault;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The present key of one inbox, renewed when it runs out or is refused (RFC 6749, section 6). Setting: {@code oauth.client}.
 * Secrets: {@code oauth.secret}, {@code oauth.refresh}, and of the present key {@code oauth.access}, {@code oauth.until} and
 * {@code oauth.scope}.
 */
public final class OAuthKeys {

    public static final String CLIENT = "oauth.client";
    public static final String SECRET = "oauth.secret";
    public static final String REFRESH = "oauth.refresh";

    private static final String ACCESS = "oauth.access";
    private static final String UNTIL = "oauth.until";
    private static final String SCOPE = "oauth.scope";
    private static final long EARLY_SECONDS = 120;
    private static final long USUAL_SECONDS = 3_600;

    private final Calls calls;
    private final Clock clock;
    private final Connection inbox;
    private final TokenEndpoint provider;
    private Map<String, String> secrets;

    public OAuthKeys(Calls calls, Clock clock, Connection inbox, TokenEndpoint provider) {
        this.calls = calls;
        this.clock = clock;
        this.inbox = inbox;
        this.provider = provider;
        this.secrets = inbox.secrets();
    }

    /** A key that is good for some minutes yet. */
    public String fresh() {
        String access = secrets.get(ACCESS);
        long until = Long.parseLong(secrets.getOrDefault(UNTIL, "0"));
        boolean isGood = until - EARLY_SECONDS > clock.instant().getEpochSecond();
        return access != null && isGood ? access : renew(access);
    }

    /**
     * Makes a call with the present key; once more with a new one when that is refused.
     *
     * @throws Fault.Auth when the provider renews the key no more, or the new one is refused too
     */
    public Answer make(Call call) {
        String access = fresh();
        Answer answer = calls.make(call.bearer(access));
        if (answer.status() != 401) {
            return answer;
        }
        Answer second = calls.make(call.bearer(renew(access)));
        if (second.status() == 401) {
            throw calls.refusal(call, second);
        }
        return second;
    }

    /** What the key may do, as the provider said when it gave it; nothing when it did not say. */
    public Set<String> scopes() {
        fresh();
        return Arrays.stream(secrets.getOrDefault(SCOPE, "").split("[ ,]+"))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private String renew(@Nullable String stale) {
        secrets = inbox.renewal().renew(ACCESS, stale, this::renewed);
        return Objects.requireNonNull(secrets.get(ACCESS));
    }

    private Map<String, String> renewed(Map<String, String> stored) {
        Map<String, String> known = new HashMap<>(secrets);
        known.putAll(stored);
        Answer answer = ask(provider.renewal(
                inbox.required(CLIENT).strip(), known.getOrDefault(SECRET, ""), known.getOrDefault(REFRESH, "")));
        JsonNode given = answer.jsonIfAny();
        String access = given.path("access_token").asString("");
        if (!answer.isOk() || access.isEmpty()) {
            throw new Fault.Auth("The provider renews the key no more: "
                    + given.path("error").asString("no reason"));
        }
        long seconds = given.path("expires_in").asLong(USUAL_SECONDS);
        known.put(ACCESS, access);
        known.put(UNTIL, Long.toString(clock.instant().getEpochSecond() + seconds));
        keep(known, SCOPE, given.path("scope").asString(""));
        keep(known, REFRESH, given.path("refresh_token").asString(""));
        return known;
    }

    private static void keep(Map<String, String> known, String name, String given) {
        if (!given.isEmpty()) {
            known.put(name, given);
        }
    }

    private Answer ask(Call call) {
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
}
