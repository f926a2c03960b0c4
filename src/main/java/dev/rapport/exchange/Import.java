package dev.rapport.exchange;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file brought in, or on its way.
 *
 * @param options of the target, completed
 * @param mapping which fields its columns feed; none when they are called as our fields are
 * @param repairs the import whose refused lines these were
 * @param why it failed or stopped, when it did not end well, in words for a user
 */
public record Import(
        ImportId id,
        String kind,
        String fileName,
        Map<String, String> options,
        @Nullable Mapping mapping,
        @Nullable ImportId repairs,
        Progress progress,
        Instant madeAt,
        @Nullable Instant finishedAt,
        @Nullable String why) {

    public ImportState state() {
        return progress.state();
    }
}
