package dev.rapport.cases;

import dev.rapport.exchange.WebhookEvent;
import dev.rapport.exchange.Webhooks;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells other systems of cases, in the transaction in which they change. */
@Component
class TellsOfCases {

    private final Webhooks webhooks;

    TellsOfCases(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @EventListener
    void opened(CasesOpened event) {
        webhooks.tell(
                WebhookEvent.CASE_OPENED,
                event.cases().stream().map(id -> Map.of("case", id.value())).toList());
    }

    @EventListener
    void resolved(CaseResolved event) {
        webhooks.tell(
                WebhookEvent.CASE_RESOLVED,
                Map.of("case", event.id().value(), "reason", event.reason().name()));
    }
}
