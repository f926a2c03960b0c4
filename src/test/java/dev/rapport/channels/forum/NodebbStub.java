package dev.rapport.channels.forum;

import dev.rapport.channels.StubPlace;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A NodeBB forum as its API's description has it: recent posts in pages of twenty, and a queue of moderators. */
final class NodebbStub extends StubPlace {

    static final String GOOD = "good-token";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long DAY = 1_930_000_000_000L;

    final List<ObjectNode> posts = new ArrayList<>();
    boolean moderates;

    ObjectNode say(String text) {
        return post("tomas", 5, text);
    }

    ObjectNode post(String username, long uid, String text) {
        ObjectNode post = JSON.createObjectNode();
        int pid = posts.size() + 1;
        post.put("pid", pid).put("tid", 12).put("uid", uid).put("content", text).put("timestamp", DAY + pid);
        post.put("deleted", 0).put("upvotes", 2).put("replies", 0);
        post.putObject("user").put("uid", uid).put("username", username).put("displayname", "Tomas");
        post.putObject("topic").put("title", "Soft keys").put("slug", "12/soft-keys");
        post.putObject("category").put("cid", 4).put("name", "Support");
        posts.add(post);
        return post;
    }

    @Override
    protected Said answer(Asked asked) {
        if (!("Bearer " + GOOD).equals(asked.headers().get("authorization"))) {
            return Said.of(
                    401,
                    "{\"status\":{\"code\":\"not-authorised\",\"message\":\"A valid login session was not found\"}}");
        }
        if (asked.method().equals("POST")) {
            return create(asked);
        }
        if (asked.path().startsWith("/api/v3/posts/")) {
            int pid = Integer.parseInt(asked.path().substring("/api/v3/posts/".length()));
            return Said.ok("{\"status\":{\"code\":\"ok\"},\"response\":" + posts.get(pid - 1) + "}");
        }
        return asked.path().equals("/api/self") ? Said.ok("{\"uid\":1,\"username\":\"solvane\"}") : recent(asked);
    }

    private Said recent(Asked asked) {
        int page = Integer.parseInt(asked.query().replace("page=", ""));
        ArrayNode list = JSON.createArrayNode();
        posts.reversed().stream().skip((page - 1) * 20L).limit(20).forEach(list::add);
        return Said.ok(list.toString());
    }

    private Said create(Asked asked) {
        if (moderates) {
            return Said.ok("{\"status\":{\"code\":\"ok\"},\"response\":{\"id\":\"reply-1\",\"queued\":true}}");
        }
        ObjectNode made =
                post("solvane", 1, JSON.readTree(asked.body()).path("content").asString());
        return Said.ok("{\"status\":{\"code\":\"ok\"},\"response\":" + made + "}");
    }
}
