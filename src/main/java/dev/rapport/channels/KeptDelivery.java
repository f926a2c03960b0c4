package dev.rapport.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A delivery that somebody should look at. */
public record KeptDelivery(
        long id, DeliveryState state, @Nullable String why, int bytes, int tries, Instant receivedAt) {}
