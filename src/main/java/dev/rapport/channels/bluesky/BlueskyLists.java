package dev.rapport.channels.bluesky;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.paging.WalkBack;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Limits;
import dev.rapport.channels.text.Fingerprint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads lists that Bluesky gives newest first: from the newest back to what is known. */
final class BlueskyLists {

    private static final String PAGE = "100";

    /** Where reading begins. */
    enum From {
        NOW,
        LATEST,
        BEGINNING
    }

    /** Some posts, oldest first. */
    record Slice(
            List<JsonNode> posts,
            Cursor next,
            boolean more,
            @Nullable Limits limits) {}

    private final BlueskyApi api;
    private final String method;
    private final String[] query;

    BlueskyLists(BlueskyApi api, String method, String... query) {
        this.api = api;
        this.method = method;
        this.query = query;
    }

    Slice next(@Nullable Cursor after, From from) {
        WalkBack walk = walk(after);
        Answer answer = page(walk.back());
        JsonNode list = answer.json();
        List<JsonNode> posts = posts(list);
        List<String> ids = posts.stream().map(BlueskyLists::mark).toList();
        String older = list.path("cursor").asString("");
        boolean endsHere = walk.neverFinished() && from != From.BEGINNING;
        WalkBack next = walk.after(ids, older.isEmpty() ? null : older, endsHere);
        List<JsonNode> fresh = new ArrayList<>(walk.neverFinished() && from == From.NOW ? List.of() : posts);
        fresh.removeIf(post -> walk.knows(mark(post)));
        Collections.reverse(fresh);
        return new Slice(fresh, cursor(next), next.goesOn(), answer.limits());
    }

    private Answer page(@Nullable String older) {
        List<String> all = new ArrayList<>(List.of(query));
        all.addAll(List.of("limit", PAGE));
        if (older != null) {
            all.addAll(List.of("cursor", older));
        }
        return api.get(method, all.toArray(String[]::new));
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

    /** By which a post is known again in a cursor, where nobody who is erased is looked for. */
    private static String mark(JsonNode post) {
        return Fingerprint.of(id(post).isEmpty() ? post.toString() : id(post));
    }

    private static WalkBack walk(@Nullable Cursor after) {
        try {
            return after == null ? WalkBack.START : JsonMapper.shared().readValue(after.json(), WalkBack.class);
        } catch (JacksonException e) {
            throw new Fault.Broken("The place it was read up to cannot be understood: " + after, e);
        }
    }

    private static Cursor cursor(WalkBack walk) {
        return new Cursor(JsonMapper.shared().writeValueAsString(walk));
    }
}
