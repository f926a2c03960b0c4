package dev.rapport.channels.meta;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A change of a page's feed.
 *
 * @param item {@code comment}, {@code post}, {@code status}, {@code reaction} …
 * @param verb {@code add}, {@code edited} or {@code remove}
 * @param createdTime seconds since 1970
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/reference/page/#feed">page, feed</a>
 */
record FacebookFeed(
        @Nullable String item,
        @Nullable String verb,
        @JsonProperty("comment_id") @Nullable String commentId,
        @JsonProperty("post_id") @Nullable String postId,
        @JsonProperty("parent_id") @Nullable String parentId,
        @Nullable From from,
        @Nullable String message,
        @JsonProperty("permalink_url") @Nullable String permalinkUrl,
        @JsonProperty("created_time") @Nullable Long createdTime) {

    record From(String id, @Nullable String name) {}
}
