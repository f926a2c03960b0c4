package dev.rapport.channels.youtube;

import dev.rapport.channels.Parameters;
import dev.rapport.channels.StubPlace.Asked;
import dev.rapport.channels.StubPlace.Said;
import dev.rapport.channels.StubTokens;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Google's keys, renewed at {@code https://oauth2.googleapis.com/token} as
 * https://developers.google.com/identity/protocols/oauth2/web-server#offline has it: the client says who it is in the
 * form, and the token that renews stays the same and is not sent again. The words of a refusal are as developers report
 * them.
 */
final class YoutubeTokens extends StubTokens {

    static final String CLIENT_ID = "solvane.apps.example.com";
    static final String CLIENT_SECRET = "halo-secret";
    static final String ACCESS = "ya29.youtube-access-1";
    static final String REFRESH = "1//youtube-refresh";
    static final String WRITE = "https://www.googleapis.com/auth/youtube.force-ssl";
    static final String READ = "https://www.googleapis.com/auth/youtube.readonly";

    private static final JsonMapper JSON = JsonMapper.shared();

    YoutubeTokens() {
        super(Set.of(WRITE, READ), ACCESS, REFRESH);
    }

    @Override
    public Said renew(Asked asked) {
        Parameters form = Parameters.ofForm(asked);
        if (!form.get("grant_type").equals("refresh_token")) {
            return refusal(400, "unsupported_grant_type", "Invalid grant_type: " + form.get("grant_type"));
        }
        if (!form.get("client_id").equals(CLIENT_ID)
                || !form.get("client_secret").equals(CLIENT_SECRET)) {
            return refusal(401, "invalid_client", "The OAuth client was not found.");
        }
        if (!form.get("refresh_token").equals(refresh)) {
            return refusal(400, "invalid_grant", "Token has been expired or revoked.");
        }
        access = "ya29.youtube-access-" + ++renewals;
        ObjectNode answer = JSON.createObjectNode();
        answer.put("access_token", access).put("expires_in", 3599);
        answer.put("scope", String.join(" ", scopes)).put("token_type", "Bearer");
        return Said.ok(answer.toString());
    }
}
