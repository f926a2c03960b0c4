package dev.rapport.channels.forum;

import dev.rapport.channels.StubPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A Discourse forum as its API's description has it, with a queue of moderators and the windows of its list of posts. */
final class DiscourseStub extends StubPlace {

    static final String GOOD = "good-key";

    private static final JsonMapper JSON = JsonMapper.shared();

    final List<ObjectNode> posts = new ArrayList<>();
    boolean moderates;
    private int lastId;

    ObjectNode say(String text) {
        return post("amira", 7, text);
    }

    ObjectNode post(String username, long user, String text) {
        ObjectNode post = JSON.createObjectNode();
        post.put("id", ++lastId).put("user_id", user).put("username", username).put("name", "Amira");
        post.put("created_at", "2026-11-02T09:00:00.000Z").put("updated_at", "2026-11-02T09:00:00.000Z");
        post.put("raw", text).put("cooked", "<p>" + text + "</p>");
        post.put("post_number", lastId).put("post_type", 1).put("topic_id", 40).put("topic_slug", "charger");
        post.put("topic_title", "The charger")
                .put("category_id", 3)
                .put("version", 1)
                .put("reads", 5);
        post.putNull("reply_to_post_number");
        posts.add(post);
        return post;
    }

    /** Small actions and hidden posts have numbers as well. */
    void skips(int numbers) {
        lastId += numbers;
    }

    @Override
    protected Said answer(Asked asked) {
        if (!GOOD.equals(asked.headers().get("api-key"))) {
            return Said.of(403, "{\"errors\":[\"Not permitted\"],\"error_type\":\"invalid_access\"}");
        }
        Matcher single = Pattern.compile("/posts/(\\d+)\\.json").matcher(asked.path());
        if (asked.method().equals("POST")) {
            return create(asked);
        }
        if (single.matches()) {
            return posts.stream()
                    .filter(post -> post.path("id").asInt() == Integer.parseInt(single.group(1)))
                    .findFirst()
                    .map(post -> Said.ok(post.toString()))
                    .orElse(Said.of(404, "{\"errors\":[\"gone\"],\"error_type\":\"not_found\"}"));
        }
        return asked.path().equals("/posts.json") ? latest(asked) : Said.ok("{\"user\":{\"id\":1}}");
    }

    private Said latest(Asked asked) {
        int before = asked.query().startsWith("before=")
                ? Integer.parseInt(asked.query().substring(7))
                : lastId;
        ObjectNode answer = JSON.createObjectNode();
        var list = answer.putArray("latest_posts");
        posts.reversed().stream()
                .filter(post ->
                        post.path("id").asInt() <= before && post.path("id").asInt() > before - 50)
                .forEach(list::add);
        return Said.ok(answer.toString());
    }

    private Said create(Asked asked) {
        var body = JSON.readTree(asked.body());
        if (moderates) {
            return Said.ok("{\"success\":true,\"action\":\"enqueued\",\"pending_post\":{\"id\":99}}");
        }
        ObjectNode made = post("solvane", 1, body.path("raw").asString());
        made.put("created_at", "2030-01-01T00:00:00.000Z");
        return Said.ok(made.toString());
    }
}
