package dev.rapport.channels.spi;

import org.jspecify.annotations.Nullable;

/** Where within a channel it was said: a hashtag, forum category, list, page or shop. */
public record Place(String kind, String id, @Nullable String name) {}
