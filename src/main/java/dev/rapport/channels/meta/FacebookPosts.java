package dev.rapport.channels.meta;

import dev.rapport.channels.spi.Item;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Posts on a page, its own and those of visitors, and the comments below them. A post's {@code updated_time} tells of its latest
 * comment; comments on posts that are not among the newest hundred are not found. What is hidden counts as deleted, as in
 * deliveries.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/page/feed/">page, feed</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/object/comments">comments</a>
 */
record FacebookPosts(String page) implements MetaTree {

    private static final String POST = "id,from,message,created_time,updated_time,permalink_url";
    private static final String COMMENT = "id,from,message,created_time,permalink_url,parent{id},is_hidden";

    @Override
    public String name() {
        return "posts";
    }

    @Override
    public Edge list() {
        return new Edge("/" + page + "/feed", "fields", POST, "limit", "100");
    }

    @Override
    public long listedAt(JsonNode post) {
        return saidAt(post);
    }

    @Override
    public boolean hasNews(JsonNode post, long since) {
        long changed = GraphTime.seconds(post.path("updated_time"));
        return changed == 0 || changed >= since;
    }

    @Override
    public Optional<JsonNode> message(JsonNode post) {
        return post.path("message").isMissingNode() ? Optional.empty() : Optional.of(post);
    }

    @Override
    public Edge below(String post) {
        return new Edge(
                "/" + post + "/comments",
                "filter",
                "stream",
                "order",
                "reverse_chronological",
                "fields",
                COMMENT,
                "limit",
                "100");
    }

    @Override
    public int pages() {
        return 1_000;
    }

    @Override
    public List<JsonNode> messages(JsonNode comment) {
        return comment.path("is_hidden").asBoolean(false) ? List.of() : List.of(comment);
    }

    @Override
    public long saidAt(JsonNode message) {
        return GraphTime.seconds(message.path("created_time"));
    }

    /** @param post empty for what is a post itself */
    @Override
    public Item read(String post, JsonNode message) {
        return FacebookWords.fetched(post, message).item();
    }
}
