package dev.rapport.channels.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which an inbox could not be heard.
 *
 * @param why in words; empty when the application was not running
 * @param caughtUp how many messages of that time were heard afterwards
 */
public record Silence(
        Instant beganAt, Instant endedAt, @Nullable String why, int caughtUp) {}
