package dev.rapport.channels.x;

import dev.rapport.channels.StubPlace.Said;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How X says no. Shapes and types from https://docs.x.com/x-api/fundamentals/response-codes-and-errors and
 * https://docs.x.com/x-api/fundamentals/rate-limits; the pages do not give the bodies of 401, of the usage cap, of spent
 * credits and of a refused reply: those are as developers report them, and X writes {@code api.twitter.com} in some.
 */
final class XProblems {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TYPES = "https://api.x.com/2/problems/";

    private XProblems() {}

    static Said unauthorized() {
        return problem(401, "Unauthorized", "Unauthorized", "about:blank");
    }

    static Said forbidden(String detail) {
        return problem(403, "Forbidden", detail, "about:blank");
    }

    static Said notFound() {
        return problem(404, "Not Found", "Not Found", "about:blank");
    }

    static Said tooFast() {
        return Said.of(429, "{\"errors\":[{\"code\":88,\"message\":\"Rate limit exceeded\"}]}");
    }

    /** The month's reads are used up; the headers of the window say nothing of it. */
    static Said capped() {
        ObjectNode body = JSON.createObjectNode();
        body.put("account_id", 1_780_000_000_000_000_009L).put("product_name", "standard-basic");
        body.put("title", "UsageCapExceeded").put("period", "Monthly").put("scope", "Product");
        body.put("detail", "Usage cap exceeded: Monthly product cap").put("type", TYPES + "usage-capped");
        return Said.of(429, body.toString());
    }

    /** What was paid in advance is used up. */
    static Said outOfCredits() {
        ObjectNode body = JSON.createObjectNode();
        body.put("account_id", 1_780_000_000_000_000_009L).put("title", "CreditsDepleted");
        body.put("detail", "Your enrolled account does not have any credits to fulfill this request.");
        body.put("type", TYPES + "credits");
        return Said.of(402, body.toString());
    }

    static Said invalid(String parameter, String value, String message) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode error = body.putArray("errors").addObject();
        error.putObject("parameters").putArray(parameter).add(value);
        error.put("message", message);
        body.put("title", "Invalid Request").put("detail", "One or more parameters to your request was invalid.");
        body.put("type", TYPES + "invalid-request");
        return Said.of(400, body.toString());
    }

    /** Stands among the answers of a lookup, which is 200 all the same. */
    static ObjectNode missing(String id) {
        ObjectNode error = JSON.createObjectNode();
        error.put("value", id)
                .put("resource_id", id)
                .put("resource_type", "tweet")
                .put("parameter", "ids");
        error.put("title", "Not Found Error").put("detail", "Could not find tweet with ids: [" + id + "].");
        return error.put("type", TYPES + "resource-not-found");
    }

    private static Said problem(int status, String title, String detail, String type) {
        ObjectNode body = JSON.createObjectNode();
        body.put("title", title).put("detail", detail).put("type", type).put("status", status);
        return new Said(status, Map.of("Content-Type", "application/problem+json"), body.toString());
    }
}
