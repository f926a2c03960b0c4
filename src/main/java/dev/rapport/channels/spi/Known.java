package dev.rapport.channels.spi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that was heard some time ago and may have been changed since.
 *
 * @param local by what the place itself finds it, where that is not its id
 */
public record Known(
        String id,
        String revision,
        @Nullable String local,
        Author author,
        Heard.Visibility visibility,
        Instant saidAt) {

    /** That it was deleted by its author. */
    public Heard deleted() {
        return new Heard(
                id,
                "deleted",
                Heard.Kind.DELETED,
                null,
                author,
                List.of(),
                null,
                "",
                null,
                null,
                saidAt,
                null,
                null,
                List.of(),
                null,
                null,
                false,
                visibility,
                null,
                null,
                null,
                null,
                Heard.Manner.PERSONAL,
                List.of());
    }
}
