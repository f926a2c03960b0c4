package dev.rapport.exchange;

import dev.rapport.shared.Id;

/** A place in another system that is told what happens here. */
public record WebhookId(long value) implements Id {

    public static WebhookId of(Long value) {
        return new WebhookId(value);
    }
}
