package dev.rapport.channels.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the channel said of a reply it took: its id there and, where there is one, a link. */
public record Sent(String remoteId, @Nullable String uri, Instant at) {}
