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
        @Nullable Integer maxCharacters) {

    /** What an inbox without a connector can do: be given messages. */
    public static final Abilities NONE = new Abilities(false, false, false, false, null);
}
