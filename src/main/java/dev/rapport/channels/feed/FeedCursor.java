package dev.rapport.channels.feed;

import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.text.Fingerprint;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a feed was when it was last read.
 *
 * @param etag what the server called that state
 * @param modified when the server says it was last changed
 * @param hash of its bytes, for servers that say neither
 * @param seen marks of its entries as they were, so that only new and changed ones are brought again
 */
record FeedCursor(
        @Nullable String etag,
        @Nullable String modified,
        @Nullable String hash,
        List<String> seen) {

    private static final int REMEMBERED = 1_000;
    private static final int MARK_LETTERS = 12;
    private static final FeedCursor NONE = new FeedCursor(null, null, null, List.of());

    FeedCursor {
        seen = List.copyOf(Objects.requireNonNullElse(seen, List.of()));
    }

    /** One that cannot be understood is none: the feed is read as if for the first time. */
    static FeedCursor of(@Nullable Cursor cursor) {
        try {
            return cursor == null ? NONE : JsonMapper.shared().readValue(cursor.json(), FeedCursor.class);
        } catch (JacksonException e) {
            return NONE;
        }
    }

    /** Marks of the newest of some entries that are given oldest first. */
    static List<String> marks(List<Item> items) {
        return items.subList(Math.max(0, items.size() - REMEMBERED), items.size()).stream()
                .map(FeedCursor::mark)
                .distinct()
                .toList();
    }

    /** Of some entries those that are new or changed. */
    List<Item> unseen(List<Item> items) {
        Set<String> known = Set.copyOf(seen);
        return items.stream().filter(item -> !known.contains(mark(item))).toList();
    }

    Cursor toCursor() {
        return new Cursor(JsonMapper.shared().writeValueAsString(this));
    }

    private static String mark(Item item) {
        String revision = item instanceof Item.Read read ? read.heard().revision() : "";
        return Fingerprint.of(item.remoteId() + "\n" + revision).substring(0, MARK_LETTERS);
    }
}
