package dev.rapport.channels;

import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Search;
import dev.rapport.shared.InboxId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is listened for.
 *
 * @param taken found today and taken
 * @param passed found today and not taken
 * @param why why it could not be asked for last time
 */
public record SavedSearch(
        long id,
        InboxId inbox,
        Search search,
        List<String> languages,
        List<String> excluded,
        int share,
        int dailyBudget,
        @Nullable Cursor cursor,
        int failures,
        @Nullable String why,
        int taken,
        int passed,
        @Nullable Instant lastFoundAt) {}
