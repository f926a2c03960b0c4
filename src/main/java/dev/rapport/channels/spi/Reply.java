package dev.rapport.channels.spi;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply as it was frozen when it was queued; every attempt sends exactly this.
 *
 * @param key ours for ever; ids that the channel wants from us derive from it
 * @param to whom it goes to: handles or addresses
 * @param inReplyTo the channel's id of the message it answers
 * @param references ids of the thread so far, oldest first
 * @param threadToken opaque, to be woven into the reply address where the channel can carry it
 * @param writtenAt when it was queued
 */
public record Reply(
        UUID key,
        List<String> to,
        @Nullable String title,
        String text,
        @Nullable String inReplyTo,
        List<String> references,
        @Nullable String threadToken,
        Heard.Visibility visibility,
        Instant writtenAt) {}
