package dev.rapport.channels.reddit;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.http.ServerAddress;
import dev.rapport.channels.paging.From;
import dev.rapport.channels.paging.NewestFirst;
import dev.rapport.channels.paging.WalkBack;
import java.util.ArrayList;
import java.util.List;
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

    static Listing of(RedditApi api, String path, String... query) {
        return new Listing(api, path, List.of(query));
    }

    NewestFirst.Slice next(WalkBack walk, From from) {
        return new NewestFirst(ReadsThings::id, this::page).next(walk, from);
    }

    NewestFirst.Listed page(@Nullable String older) {
        List<String> all = new ArrayList<>(query);
        all.addAll(List.of(ServerAddress.query("limit", PAGE, "after", older)));
        Answer answer = api.get(path, all.toArray(String[]::new));
        JsonNode data = answer.json().path("data");
        return NewestFirst.Listed.of(data.path("children"), data.path("after").asString(""), answer.limits());
    }
}
