package dev.rapport.channels.x;

import dev.rapport.channels.Parameters;
import dev.rapport.channels.StubPlace.Asked;
import dev.rapport.channels.StubPlace.Said;
import dev.rapport.channels.StubTokens;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keys of a confidential app, renewed as
 * https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code and {@code …/user-access-token} have it. A
 * token that renews is good for one time: the pages do not say so, developers report it, with the body of the refusal.
 * That the earlier access token ends with a renewal is said nowhere either; it does so here.
 */
final class XTokens extends StubTokens {

    static final String CLIENT_ID = "c29sdmFuZS1hcHA6MTpjaQ";
    static final String CLIENT_SECRET = "halo-secret";
    static final String ACCESS = "x-access-1";
    static final String REFRESH = "x-refresh-1";

    private static final JsonMapper JSON = JsonMapper.shared();

    XTokens() {
        super(Set.of("tweet.read", "tweet.write", "users.read", "offline.access"), ACCESS, REFRESH);
    }

    @Override
    public Said renew(Asked asked) {
        Parameters form = Parameters.ofForm(asked);
        if (!isBasic(asked, CLIENT_ID, CLIENT_SECRET)) {
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
}
