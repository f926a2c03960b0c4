package dev.rapport.channels.reddit;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.http.ServerAddress;
import dev.rapport.channels.paging.From;
import dev.rapport.channels.paging.NewestFirst;
import dev.rapport.channels.paging.WalkBack;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A list of Reddit's, newest first and a thousand things long at most.
 *
 * @param query names and values in turn
 * @see <a href="https://www.reddit.com/dev/api#listings">listings</a>
 */
record Listing(RedditApi api, String path, List<String> query) {

    /** As many as a walk remembers. */
    private static final String PAGE = "50";

    private static final int ANCHORS = 5;

    static Listing of(RedditApi api, String path, String... query) {
        return new Listing(api, path, List.of(query));
    }

    NewestFirst.Slice next(WalkBack walk, From from) {
        return new NewestFirst(ReadsThings::id, this::page).next(walk, from);
    }

    /**
     * The page behind {@code older}: names of the last things of the page before, the very last first. What has been deleted
     * since leads nowhere, so that the next best is tried.
     */
    NewestFirst.Listed page(@Nullable String older) {
        if (older == null) {
            return behind(null);
        }
        NewestFirst.Listed page = new NewestFirst.Listed(List.of(), null, null);
        for (String name : older.split(",")) {
            page = behind(name);
            if (!page.items().isEmpty()) {
                return page;
            }
        }
        return page;
    }

    private NewestFirst.Listed behind(@Nullable String name) {
        List<String> all = new ArrayList<>(query);
        all.addAll(List.of(ServerAddress.query("limit", PAGE, "after", name)));
        Answer answer = api.get(path, all.toArray(String[]::new));
        JsonNode data = answer.json().path("data");
        List<JsonNode> things = data.path("children").valueStream().toList();
        boolean isLast = data.path("after").asString("").isEmpty();
        return NewestFirst.Listed.of(things, isLast ? "" : anchors(things), answer.limits());
    }

    private static String anchors(List<JsonNode> things) {
        return things.reversed().stream().map(ReadsThings::id).limit(ANCHORS).collect(Collectors.joining(","));
    }
}
