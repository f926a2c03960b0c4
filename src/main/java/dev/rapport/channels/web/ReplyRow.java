package dev.rapport.channels.web;

import dev.rapport.channels.ReplyState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One reply on its way, with the beginning of its words. */
public record ReplyRow(
        UUID key,
        String to,
        String beginning,
        ReplyState state,
        boolean isForPerson,
        @Nullable String why,
        Instant changedAt) {}
