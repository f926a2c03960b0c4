package dev.rapport.channels.spi;

import org.jspecify.annotations.Nullable;

/**
 * What a connector can do; checked when composing and again when sending.
 *
 * @param await whether {@link Connector#await} is worth calling
 * @param maxCharacters the longest reply, empty for no limit
 */
public record Abilities(
        boolean pull,
        boolean reply,
        boolean privateReply,
        boolean await,
        @Nullable Integer maxCharacters) {}
