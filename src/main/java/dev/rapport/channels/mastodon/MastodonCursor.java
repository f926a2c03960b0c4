package dev.rapport.channels.mastodon;

import dev.rapport.channels.paging.Cursors;
import dev.rapport.channels.paging.WalkBack;
import dev.rapport.channels.spi.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * How far a timeline was read: behind which item, or, where a server does not go forward, which way back.
 *
 * @param min the newest item that was read; {@code 0} before the first
 * @param walk the way back; empty at servers that know {@code min_id}
 */
record MastodonCursor(String min, @Nullable WalkBack walk) {

    static @Nullable MastodonCursor of(@Nullable Cursor cursor) {
        return cursor == null ? null : Cursors.read(cursor, MastodonCursor.class);
    }

    Cursor toCursor() {
        return Cursors.of(this);
    }
}
