package dev.rapport.channels.spi;

import org.jspecify.annotations.Nullable;

/** What is known of an unsure attempt: it arrived (and as what), or it certainly did not. */
public record Landing(boolean arrived, @Nullable Sent sent) {}
