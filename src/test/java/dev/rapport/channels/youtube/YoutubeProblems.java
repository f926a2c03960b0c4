package dev.rapport.channels.youtube;

import dev.rapport.channels.StubPlace.Said;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How YouTube says no: {@code error.errors[].reason} with the statuses of
 * https://developers.google.com/youtube/v3/docs/errors and of each method's own table. The page shows no body; its shape,
 * the domains, {@code unknownPart}, {@code invalidParameter}, {@code authError} and the 429 of too many calls a minute are
 * as developers report them.
 */
final class YoutubeProblems {

    private static final JsonMapper JSON = JsonMapper.shared();

    private YoutubeProblems() {}

    static Said badRequest(String reason, String message) {
        return problem(400, reason, "youtube.parameter", message, "INVALID_ARGUMENT");
    }

    static Said refused(String reason, String message) {
        return problem(403, reason, "youtube.commentThread", message, "PERMISSION_DENIED");
    }

    static Said notFound(String reason, String message) {
        return problem(404, reason, "youtube.commentThread", message, "NOT_FOUND");
    }

    static Said unauthorized() {
        return problem(
                401,
                "authError",
                "global",
                "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other"
                        + " valid authentication credential.",
                "UNAUTHENTICATED");
    }

    static Said missingScope() {
        return problem(
                403,
                "insufficientPermissions",
                "global",
                "Request had insufficient authentication scopes.",
                "PERMISSION_DENIED");
    }

    static Said quotaExceeded() {
        return problem(
                403,
                "quotaExceeded",
                "youtube.quota",
                "The request cannot be completed because you have exceeded your"
                        + " <a href=\"/youtube/v3/getting-started#quota\">quota</a>.",
                "");
    }

    static Said tooFast() {
        return problem(
                429,
                "rateLimitExceeded",
                "global",
                "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user'.",
                "RESOURCE_EXHAUSTED");
    }

    private static Said problem(int status, String reason, String domain, String message, String name) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode error = body.putObject("error").put("code", status).put("message", message);
        error.putArray("errors")
                .addObject()
                .put("message", message)
                .put("domain", domain)
                .put("reason", reason);
        if (!name.isEmpty()) {
            error.put("status", name);
        }
        return Said.of(status, body.toString());
    }
}
