package dev.rapport.channels;

import dev.rapport.channels.StubPlace.Asked;
import dev.rapport.channels.StubPlace.Said;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** The keys a stub gives out: one to ask with, which ends soon, and one that renews it, in the vendor's own way. */
public abstract class StubTokens {

    /** What the key may do; a test takes away what it likes. */
    public final Set<String> scopes;

    protected String access;
    protected String refresh;
    protected int renewals = 1;

    protected StubTokens(Set<String> scopes, String access, String refresh) {
        this.scopes = new TreeSet<>(scopes);
        this.access = access;
        this.refresh = refresh;
    }

    public boolean isGood(Asked asked) {
        return ("Bearer " + access).equals(asked.headers().get("authorization"));
    }

    /** The present key ends; it can be renewed. */
    public void expire() {
        access = "nobody has this";
    }

    /** The account took its permission back. */
    public void revoke() {
        expire();
        refresh = "nor this";
    }

    public abstract Said renew(Asked asked);

    /** Whether the client says who it is in a header. */
    protected static boolean isBasic(Asked asked, String client, String secret) {
        byte[] both = (client + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return ("Basic " + Base64.getEncoder().encodeToString(both))
                .equals(asked.headers().get("authorization"));
    }

    /** An error as RFC 6749 has it. */
    protected static Said refusal(int status, String error, String description) {
        return Said.of(
                status,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("error", error)
                        .put("error_description", description)
                        .toString());
    }
}
