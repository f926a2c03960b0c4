package dev.rapport.channels.mastodon;

import dev.rapport.channels.paging.WalkBack;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a timeline was read: behind which item, or, where a server does not go forward, which way back.
 *
 * @param min the newest item that was read; {@code 0} before the first
 * @param walk the way back; empty at servers that know {@code min_id}
 */
record MastodonCursor(String min, @Nullable WalkBack walk) {

    static @Nullable MastodonCursor of(@Nullable Cursor cursor) {
        try {
            return cursor == null ? null : JsonMapper.shared().readValue(cursor.json(), MastodonCursor.class);
        } catch (JacksonException e) {
            throw new Fault.Broken("The place it was read up to cannot be understood: " + cursor, e);
        }
    }

    Cursor toCursor() {
        return new Cursor(JsonMapper.shared().writeValueAsString(this));
    }
}
