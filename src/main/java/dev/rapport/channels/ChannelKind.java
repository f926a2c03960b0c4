package dev.rapport.channels;

import dev.rapport.channels.spi.Setup;

/** A kind of place that is connected by the common form. */
public record ChannelKind(String kind, Setup setup) {}
