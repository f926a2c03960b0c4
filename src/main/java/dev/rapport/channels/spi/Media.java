package dev.rapport.channels.spi;

import org.jspecify.annotations.Nullable;

/**
 * A file or picture that came with a message: its bytes where the channel hands them over, else a link.
 *
 * @param type media type as declared, {@code image/png}
 * @param size in bytes, when known
 * @param contentId the id by which the message's mark-up refers to it
 * @param note why the bytes are missing, in words a user can read
 */
public record Media(
        @Nullable String name,
        @Nullable String type,
        @Nullable Long size,
        @Nullable String uri,
        @Nullable String contentId,
        byte @Nullable [] content,
        @Nullable String note) {}
