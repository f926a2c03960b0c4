package dev.rapport.channels;

import dev.rapport.shared.InboxId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One connected place, without its secrets.
 *
 * @param kind which connector serves it; {@code import} and {@code api} have none
 * @param network the network its authors' ids are stable on
 * @param address who we are there
 * @param stateWhy the reason of a state other than OK, in words
 * @param deafSince since when nothing could be fetched
 */
public record Inbox(
        InboxId id,
        String kind,
        String name,
        String network,
        @Nullable String address,
        Map<String, String> settings,
        InboxState state,
        @Nullable String stateWhy,
        Instant stateSince,
        @Nullable Instant lastRunAt,
        @Nullable Instant lastHeardAt,
        @Nullable Instant deafSince,
        Instant madeAt) {}
