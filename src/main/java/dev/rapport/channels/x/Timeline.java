package dev.rapport.channels.x;

import dev.rapport.channels.paging.Cursors;
import dev.rapport.channels.paging.From;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A list of posts, newest first, read within the budget.
 *
 * @param fewest the least that X lets itself be asked for
 * @param lookback how old the post may be behind which the list is asked for
 * @param query names and values in turn
 * @see <a href="https://docs.x.com/x-api/posts/timelines/integrate">timelines</a>
 * @see <a href="https://docs.x.com/x-api/posts/search/integrate/paginate">paging through a search</a>
 */
record Timeline(XApi api, String path, int fewest, Duration lookback, Instant now, List<String> query) {

    /** The next page; an empty one when nothing is left of the budget. */
    Page next(@Nullable Cursor after, From from) {
        XCursor cursor = Cursors.read(after, XCursor.class, XCursor.START);
        if (api.reads().leftForReading() < fewest) {
            return new Page(List.of(), Cursors.of(cursor), false, api.reads().limits());
        }
        JsonNode answer = api.list(path, fewest, query(cursor));
        List<JsonNode> posts = answer.path("data").valueStream().toList();
        List<String> ids =
                posts.stream().map(ReadsPosts::id).filter(id -> !id.isEmpty()).toList();
        boolean isFirst = cursor.since() == null;
        boolean isLast = answer.path("meta").path("next_token").asString("").isEmpty();
        XCursor next = cursor.after(ids, isLast || isFirst && from != From.BEGINNING);
        List<Item> items = isFirst && from == From.NOW ? List.of() : items(answer, posts, cursor);
        return new Page(items, Cursors.of(next), next.goesOn(), api.reads().limits());
    }

    private List<Item> items(JsonNode answer, List<JsonNode> posts, XCursor cursor) {
        ReadsPosts reads = ReadsPosts.of(answer, now);
        List<Item> items = new ArrayList<>();
        for (JsonNode post : posts) {
            String id = ReadsPosts.id(post);
            if (id.isEmpty() || !cursor.knows(id)) {
                items.add(reads.item(post));
            }
        }
        Collections.reverse(items);
        return items;
    }

    private String[] query(XCursor cursor) {
        List<String> all = new ArrayList<>(query);
        add(all, "since_id", cursor.since(now, lookback));
        add(all, "until_id", cursor.until());
        return all.toArray(String[]::new);
    }

    private static void add(List<String> query, String name, @Nullable String value) {
        if (value != null) {
            query.addAll(List.of(name, value));
        }
    }
}
