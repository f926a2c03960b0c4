package dev.rapport.exchange.web;

import dev.rapport.exchange.Webhook;
import dev.rapport.exchange.WebhookEvent;
import dev.rapport.exchange.WebhookMessage;
import dev.rapport.exchange.WriteWebhook;
import dev.rapport.shared.web.FormProblems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One system that is told what happens here, or a new one: the form, and what became of the messages. */
public record WebhookPage(
        @Nullable Webhook webhook, WriteWebhook form, List<WebhookMessage> messages, FormProblems problems) {

    public boolean isTold(WebhookEvent event) {
        return form.events().contains(event.code());
    }

    public boolean hasDead() {
        return messages.stream().anyMatch(one -> one.state() == WebhookMessage.State.DEAD);
    }
}
