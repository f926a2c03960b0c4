package dev.rapport.channels.meta;

import dev.rapport.channels.http.Payloads;
import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Told;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Posts and comments, whether they were delivered or fetched: the same message with the same id. A comment's id is
 * {@code post_comment}; the older {@code page_post_comment} is the same one.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/comment">comment</a>
 */
final class FacebookWords {

    private static final String OLDER = "\\d+_\\d+_\\d+";

    private FacebookWords() {}

    /** A comment or post as the Graph API tells of it. */
    private record Fetched(@Nullable String message, FacebookFeed.@Nullable From from) {}

    static Told delivered(FacebookFeed feed) {
        boolean isComment = "comment".equals(feed.item());
        String id = isComment ? feed.commentId() : feed.postId();
        Long at = feed.createdTime();
        if (id == null || at == null) {
            throw new Fault.Broken("A change without an id or a time.");
        }
        String parent = feed.parentId();
        boolean isBelowThePost = parent != null && parent.equals(feed.postId());
        return told(isComment ? comment(id) : id, feed.from(), Instant.ofEpochSecond(at), feed.message())
                .at(feed.permalinkUrl())
                .answering(id.equals(parent) ? null : parent == null || isBelowThePost ? parent : comment(parent))
                .within("post:" + feed.postId());
    }

    /** @param post below which it was said; empty for what is a post itself */
    static Told fetched(String post, JsonNode json) {
        Fetched said = Payloads.of(json, Fetched.class);
        String id = json.path("id").asString("");
        String link = json.path("permalink_url").asString("");
        String parent = json.path("parent").path("id").asString("");
        boolean isPost = post.isEmpty();
        return told(isPost ? id : comment(id), said.from(), GraphTime.of(json.path("created_time")), said.message())
                .at(link.isEmpty() ? null : link)
                .answering(isPost ? null : parent.isEmpty() ? post : comment(parent))
                .within("post:" + (isPost ? id : post));
    }

    private static Told told(String id, FacebookFeed.@Nullable From from, Instant at, @Nullable String words) {
        Author author = from == null
                ? Author.of(FacebookConnector.KIND, "unknown", null, null)
                : Author.of(FacebookConnector.KIND, from.id(), null, from.name());
        return Told.by(author, id, at).says(words);
    }

    static String comment(String id) {
        return id.matches(OLDER) ? id.substring(id.indexOf('_') + 1) : id;
    }
}
