package dev.rapport.channels.reddit;

import dev.rapport.channels.Parameters;
import dev.rapport.channels.StubPlace.Asked;
import dev.rapport.channels.StubPlace.Said;
import dev.rapport.channels.StubTokens;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keys of an app, renewed at {@code /api/v1/access_token} as
 * https://github.com/reddit-archive/reddit/wiki/OAuth2#refreshing-the-token has it, with the errors of Reddit's own
 * source (r2/controllers/oauth2.py): a client that is not known is 401, a grant that is not known 200 with an error, a
 * token that is not known 400. Whether Reddit still answers so since its source was closed could not be checked.
 */
final class RedditTokens extends StubTokens {

    static final String CLIENT_ID = "solvane-app-id";
    static final String CLIENT_SECRET = "halo-secret";
    static final String ACCESS = "reddit-access-1";
    static final String REFRESH = "reddit-refresh-1";

    private static final JsonMapper JSON = JsonMapper.shared();

    RedditTokens() {
        super(Set.of("identity", "read", "submit", "edit", "privatemessages", "history"), ACCESS, REFRESH);
    }

    /** Reddit's own examples write the scheme in lower case. */
    @Override
    public boolean isGood(Asked asked) {
        return ("bearer " + access)
                .equals(asked.headers().getOrDefault("authorization", "").replaceFirst("^Bearer ", "bearer "));
    }

    @Override
    public Said renew(Asked asked) {
        if (!isBasic(asked, CLIENT_ID, CLIENT_SECRET)) {
            return new Said(
                    401,
                    Map.of("WWW-Authenticate", "Basic realm=\"reddit\""),
                    "{\"message\": \"Unauthorized\", \"error\": 401}");
        }
        Parameters form = Parameters.ofForm(asked);
        if (!form.get("grant_type").equals("refresh_token")) {
            return Said.ok("{\"error\": \"unsupported_grant_type\"}");
        }
        if (!form.get("refresh_token").equals(refresh)) {
            return Said.of(400, "{\"error\": \"invalid_request\"}");
        }
        access = "reddit-access-" + ++renewals;
        ObjectNode answer = JSON.createObjectNode();
        answer.put("access_token", access).put("token_type", "bearer").put("expires_in", 3600);
        return Said.ok(answer.put("scope", String.join(" ", scopes)).toString());
    }
}
