package dev.rapport.exchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in another system that is told what happens here, without its secret.
 *
 * @param events the codes of what it is told
 * @param offWhy why it was turned off; empty when somebody did that
 * @param isInExchange whether the former secret signs as well
 */
public record Webhook(
        WebhookId id,
        String name,
        String url,
        List<String> events,
        boolean isOn,
        @Nullable String offWhy,
        boolean isInExchange,
        Instant madeAt) {

    public boolean isTold(WebhookEvent event) {
        return events.contains(event.code());
    }
}
