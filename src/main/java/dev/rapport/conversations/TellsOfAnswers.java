package dev.rapport.conversations;

import dev.rapport.channels.ReplySent;
import dev.rapport.exchange.WebhookEvent;
import dev.rapport.exchange.Webhooks;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells other systems of answers once they arrived at their channel, not while they can be taken back. */
@Component
class TellsOfAnswers {

    private final Webhooks webhooks;

    TellsOfAnswers(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @EventListener
    void answered(ReplySent event) {
        webhooks.tell(
                WebhookEvent.CONVERSATION_ANSWERED,
                Map.of(
                        "conversation", event.conversation(),
                        "message", event.message(),
                        "inbox", event.inbox().value(),
                        "reply", event.key().toString()));
    }
}
