package dev.rapport.channels;

import dev.rapport.channels.spi.Cursor;
import dev.rapport.shared.InboxId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An inbox while it is being fetched: as it was when it was claimed. */
record ClaimedInbox(
        InboxId id,
        String kind,
        String name,
        Map<String, String> settings,
        byte @Nullable [] secrets,
        @Nullable Cursor cursor,
        Instant madeAt,
        int failures,
        @Nullable String stuckOn,
        int stuckTimes) {}
