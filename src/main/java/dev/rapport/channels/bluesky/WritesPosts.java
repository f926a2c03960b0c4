package dev.rapport.channels.bluesky;

import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes replies, each under a key that follows from it: writing it twice leaves one. */
final class WritesPosts {

    private final BlueskyApi api;

    WritesPosts(BlueskyApi api) {
        this.api = api;
    }

    Sent send(Reply reply) {
        if (reply.visibility() == Heard.Visibility.PRIVATE) {
            throw new Fault.Refused("Everything on Bluesky is public; a private answer does not belong there.");
        }
        Map<String, Object> post = new LinkedHashMap<>();
        post.put("$type", AtUri.POST);
        post.put("text", reply.text());
        post.put("createdAt", reply.writtenAt().toString());
        List<Map<String, Object>> links = RichText.facets(reply.text());
        if (!links.isEmpty()) {
            post.put("facets", links);
        }
        String answered = reply.inReplyTo();
        if (answered != null) {
            post.put("reply", refs(answered));
        }
        JsonNode written = api.post(
                "com.atproto.repo.putRecord",
                Map.of("repo", api.did(), "collection", AtUri.POST, "rkey", Tid.of(reply), "record", post));
        return sent(written.path("uri").asString(own(reply).toString()), reply.writtenAt());
    }

    /** It lies under its own key or it does not. */
    Landing find(Reply reply) {
        return api.record(api.did(), AtUri.POST, Tid.of(reply))
                .map(found -> new Landing(true, sent(own(reply).toString(), reply.writtenAt())))
                .orElse(new Landing(false, null));
    }

    private AtUri own(Reply reply) {
        return new AtUri(api.did(), AtUri.POST, Tid.of(reply));
    }

    private Map<String, Object> refs(String answered) {
        JsonNode parent = api.get("app.bsky.feed.getPosts", "uris", answered)
                .json()
                .path("posts")
                .path(0);
        if (!parent.isObject()) {
            throw new Fault.Refused("The post that is answered is no longer there.");
        }
        Map<String, String> ref = ref(parent);
        JsonNode root = parent.path("record").path("reply").path("root");
        return Map.of("parent", ref, "root", root.isObject() ? ref(root) : ref);
    }

    private static Map<String, String> ref(JsonNode post) {
        return Map.of(
                "uri", post.path("uri").asString(""), "cid", post.path("cid").asString(""));
    }

    private static Sent sent(String uri, Instant at) {
        return new Sent(uri, AtUri.of(uri).map(AtUri::link).orElse(null), at);
    }
}
