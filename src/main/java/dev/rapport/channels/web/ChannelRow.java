package dev.rapport.channels.web;

import dev.rapport.channels.InboxState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One inbox in the list.
 *
 * @param waiting replies that have not left
 * @param unsure replies that somebody has to decide about
 * @param unreadable items that are kept until they can be read
 */
public record ChannelRow(
        long id,
        String name,
        String kind,
        @Nullable String address,
        InboxState state,
        @Nullable Instant lastHeardAt,
        int waiting,
        int unsure,
        int unreadable) {}
