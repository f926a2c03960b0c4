package dev.rapport.channels.forum;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as Discourse gives it, in its API and in its webhooks.
 *
 * @param postType 1 an ordinary post, 2 a moderator's, 3 a small action ("closed this topic"), 4 a whisper among staff
 * @param version 1 for the first wording
 * @see <a href="https://docs.discourse.org/#tag/Posts">the API's description</a>
 * @see <a href="https://meta.discourse.org/t/configure-webhooks-that-trigger-on-discourse-events-to-integrate-with-external-services/49045">its webhooks</a>
 */
record DiscoursePost(
        long id,
        @JsonProperty("user_id") @Nullable Long userId,
        String username,
        @Nullable String name,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") @Nullable Instant updatedAt,
        @Nullable String raw,
        @Nullable String cooked,
        @JsonProperty("post_number") int postNumber,
        @JsonProperty("post_type") @Nullable Integer postType,
        @JsonProperty("reply_to_post_number") @Nullable Integer replyToPostNumber,
        @JsonProperty("topic_id") long topicId,
        @JsonProperty("topic_slug") @Nullable String topicSlug,
        @JsonProperty("topic_title") @Nullable String topicTitle,
        @JsonProperty("topic_archetype") @Nullable String topicArchetype,
        @JsonProperty("category_id") @Nullable Long categoryId,
        @JsonProperty("category_slug") @Nullable String categorySlug,
        @Nullable Integer version,
        @JsonProperty("reply_count") @Nullable Integer replyCount,
        @Nullable Integer reads,
        @Nullable Boolean hidden,
        @JsonProperty("deleted_at") @Nullable Instant deletedAt,
        @JsonProperty("user_deleted") @Nullable Boolean userDeleted) {

    /** The latest posts, as {@code GET /posts.json} answers. */
    record Latest(@JsonProperty("latest_posts") List<DiscoursePost> posts) {}

    /** What a webhook brings for an event about a post. */
    record Event(@Nullable DiscoursePost post) {}

    /**
     * What {@code POST /posts.json} answers: the post, or that it waits for a moderator.
     *
     * @param action {@code create_post} or {@code enqueued}
     */
    record Created(
            @Nullable Long id,
            @Nullable String action,
            @JsonProperty("topic_id") @Nullable Long topicId,
            @JsonProperty("topic_slug") @Nullable String topicSlug,
            @JsonProperty("post_number") @Nullable Integer postNumber,
            @JsonProperty("created_at") @Nullable Instant createdAt) {}

    /** Whether somebody said it to everybody who may read there; whispers are among staff, small actions are no words. */
    boolean isSaid() {
        boolean spoken = postType == null || postType == 1 || postType == 2;
        return spoken && !Boolean.TRUE.equals(hidden);
    }

    boolean isDeleted() {
        return deletedAt != null || Boolean.TRUE.equals(userDeleted);
    }
}
