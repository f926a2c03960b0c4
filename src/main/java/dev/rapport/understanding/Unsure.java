package dev.rapport.understanding;

import dev.rapport.conversations.MessageId;
import java.time.Instant;

/** A message whose polarity the reader is least sure about, to be taught. */
public record Unsure(
        MessageId message,
        int revision,
        String words,
        String language,
        Polarity polarity,
        double confidence,
        Instant saidAt) {}
