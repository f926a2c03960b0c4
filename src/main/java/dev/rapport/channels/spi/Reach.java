package dev.rapport.channels.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a message went when it was counted {@code at}; a number the channel does not give stays empty. */
public record Reach(
        @Nullable Integer likes,
        @Nullable Integer reposts,
        @Nullable Integer replies,
        @Nullable Integer views,
        Instant at) {}
