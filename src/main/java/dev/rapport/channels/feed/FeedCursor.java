package dev.rapport.channels.feed;

import dev.rapport.channels.spi.Cursor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a feed was when it was last read.
 *
 * @param etag what the server called that state
 * @param modified when the server says it was last changed
 * @param hash of its bytes, for servers that say neither
 */
record FeedCursor(
        @Nullable String etag,
        @Nullable String modified,
        @Nullable String hash) {

    private static final FeedCursor NONE = new FeedCursor(null, null, null);

    /** One that cannot be understood is none: the feed is read as if for the first time. */
    static FeedCursor of(@Nullable Cursor cursor) {
        try {
            return cursor == null ? NONE : JsonMapper.shared().readValue(cursor.json(), FeedCursor.class);
        } catch (JacksonException e) {
            return NONE;
        }
    }

    Cursor toCursor() {
        return new Cursor(JsonMapper.shared().writeValueAsString(this));
    }
}
