package dev.rapport.channels.x;

import dev.rapport.channels.Parameters;
import dev.rapport.channels.StubPlace.Asked;
import dev.rapport.channels.StubPlace.Said;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keys of a confidential app, renewed as
 * https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code and {@code …/user-access-token} have it. A
 * token that renews is good for one time: the pages do not say so, developers report it, with the body of the refusal.
 * That the earlier access token ends with a renewal is said nowhere either; it does so here.
 */
final class XTokens {

    static final String CLIENT_ID = "c29sdmFuZS1hcHA6MTpjaQ";
    static final String CLIENT_SECRET = "halo-secret";
    static final String ACCESS = "x-access-1";
    static final String REFRESH = "x-refresh-1";

    private static final JsonMapper JSON = JsonMapper.shared();

    final Set<String> scopes = new TreeSet<>(Set.of("tweet.read", "tweet.write", "users.read", "offline.access"));
    private String access = ACCESS;
    private String refresh = REFRESH;
    private int renewals = 1;

    boolean isGood(Asked asked) {
        return ("Bearer " + access).equals(asked.headers().get("authorization"));
    }

    void expire() {
        access = "nobody has this";
    }

    void revoke() {
        expire();
        refresh = "nor this";
    }

    Said renew(Asked asked) {
        Parameters form = Parameters.ofForm(asked);
        String client =
                Base64.getEncoder().encodeToString((CLIENT_ID + ":" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + client).equals(asked.headers().get("authorization"))) {
            return refusal(401, "unauthorized_client", "Missing valid authorization header");
        }
        if (!asked.headers().getOrDefault("content-type", "").startsWith("application/x-www-form-urlencoded")
                || !form.get("grant_type").equals("refresh_token")) {
            return refusal(400, "unsupported_grant_type", "Value passed for the grant_type was invalid.");
        }
        if (!form.get("refresh_token").equals(refresh)) {
            return refusal(400, "invalid_request", "Value passed for the token was invalid.");
        }
        access = "x-access-" + ++renewals;
        refresh = "x-refresh-" + renewals;
        ObjectNode answer = JSON.createObjectNode();
        answer.put("token_type", "bearer").put("expires_in", 7200).put("access_token", access);
        answer.put("scope", String.join(" ", scopes)).put("refresh_token", refresh);
        return Said.ok(answer.toString());
    }

    private static Said refusal(int status, String error, String description) {
        ObjectNode body = JSON.createObjectNode();
        return Said.of(
                status,
                body.put("error", error).put("error_description", description).toString());
    }
}
