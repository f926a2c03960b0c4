package dev.rapport.channels.forum;

import org.jspecify.annotations.Nullable;

/**
 * A post as NodeBB lists it.
 *
 * @param timestamp milliseconds since 1970
 * @param content plain words in the list of recent posts
 * @see <a href="https://docs.nodebb.org/api/read/#tag/posts/paths/~1api~1recent~1posts~1{term}/get">the read API</a>
 * @see <a href="https://docs.nodebb.org/api/write/#tag/topics/paths/~1topics~1{tid}/post">the write API</a>
 */
record NodebbPost(
        long pid,
        long tid,
        @Nullable Long uid,
        @Nullable Long toPid,
        @Nullable String content,
        long timestamp,
        @Nullable Integer deleted,
        @Nullable Integer upvotes,
        @Nullable Integer replies,
        @Nullable User user,
        @Nullable Topic topic,
        @Nullable Category category) {

    /** Who wrote it. */
    record User(
            long uid,
            @Nullable String username,
            @Nullable String displayname,
            @Nullable String userslug) {}

    /** What it belongs to. */
    record Topic(@Nullable String title, @Nullable String slug) {}

    /** Where that stands. */
    record Category(long cid, @Nullable String name) {}

    /**
     * What posting answers; without a {@code pid} the post waits in the queue of moderators.
     *
     * @see <a href="https://docs.nodebb.org/api/write/#tag/topics/paths/~1topics~1{tid}/post">replying to a topic</a>
     */
    record Created(@Nullable Response response) {
        record Response(
                @Nullable Long pid,
                @Nullable Long tid,
                @Nullable Long timestamp,
                @Nullable Boolean queued) {}
    }

    /** A post by itself, as {@code GET /api/v3/posts/{pid}} answers. */
    record Single(@Nullable NodebbPost response) {}

    /** Who a key belongs to. */
    record Self(long uid, @Nullable String username) {}

    boolean isDeleted() {
        return deleted != null && deleted == 1;
    }
}
