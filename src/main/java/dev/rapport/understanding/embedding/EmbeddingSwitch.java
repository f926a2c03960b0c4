package dev.rapport.understanding.embedding;

import dev.rapport.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether messages are compared by what they mean.
 *
 * @param model whose vectors are kept
 * @param trouble why the model did not work the last time; empty when it did
 */
public record EmbeddingSwitch(
        boolean isOn,
        String model,
        UserId switchedBy,
        Instant switchedAt,
        @Nullable ModelTrouble trouble,
        @Nullable Instant troubleAt) {}
