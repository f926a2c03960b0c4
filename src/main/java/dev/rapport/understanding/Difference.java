package dev.rapport.understanding;

import dev.rapport.conversations.MessageId;
import org.jspecify.annotations.Nullable;

/** A message that would mean something else if it were read again. */
public record Difference(
        MessageId message,
        String words,
        @Nullable Polarity before,
        @Nullable Polarity after) {}
