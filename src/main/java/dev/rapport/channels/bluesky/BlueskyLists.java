package dev.rapport.channels.bluesky;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.paging.Cursors;
import dev.rapport.channels.paging.From;
import dev.rapport.channels.paging.NewestFirst;
import dev.rapport.channels.paging.WalkBack;
import dev.rapport.channels.spi.Cursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads lists that Bluesky gives newest first: from the newest back to what is known. */
final class BlueskyLists {

    private static final String PAGE = "100";

    private final BlueskyApi api;
    private final String method;
    private final String[] query;

    BlueskyLists(BlueskyApi api, String method, String... query) {
        this.api = api;
        this.method = method;
        this.query = query;
    }

    NewestFirst.Slice next(@Nullable Cursor after, From from) {
        WalkBack walk = Cursors.read(after, WalkBack.class, WalkBack.START);
        return new NewestFirst(BlueskyLists::id, this::page).next(walk, from);
    }

    private NewestFirst.Listed page(@Nullable String older) {
        List<String> all = new ArrayList<>(List.of(query));
        all.addAll(List.of("limit", PAGE));
        if (older != null) {
            all.addAll(List.of("cursor", older));
        }
        Answer answer = api.get(method, all.toArray(String[]::new));
        JsonNode list = answer.json();
        return NewestFirst.Listed.of(posts(list), list.path("cursor").asString(""), answer.limits());
    }

    /** Notifications and searches name their posts; feeds wrap them, and show what was only passed on as well. */
    private static List<JsonNode> posts(JsonNode list) {
        List<JsonNode> posts = new ArrayList<>();
        list.path("notifications").forEach(posts::add);
        list.path("posts").forEach(posts::add);
        for (JsonNode entry : list.path("feed")) {
            if (!entry.has("reason")) {
                posts.add(entry.path("post"));
            }
        }
        return posts;
    }

    static String id(JsonNode post) {
        return post.path("uri").asString("");
    }
}
