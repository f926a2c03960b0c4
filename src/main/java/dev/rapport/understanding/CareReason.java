package dev.rapport.understanding;

import org.jspecify.annotations.Nullable;

/**
 * One reason why people turn to the organisation.
 *
 * @param key stable: {@code late}, {@code billing} …
 * @param name the organisation's own name for it; empty for a shipped reason under its shipped name
 * @param words patterns of words that speak for it, separated by semicolons, besides the shipped ones
 */
public record CareReason(String key, @Nullable String name, String words) {}
