package dev.rapport.cases;

import dev.rapport.conversations.ConversationAnswered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Once we have written to a customer, the case waits for them; in the transaction that keeps the reply. */
@Component
class HearsAnswers {

    private final Cases cases;

    HearsAnswers(Cases cases) {
        this.cases = cases;
    }

    @EventListener
    void on(ConversationAnswered event) {
        cases.answered(event.conversation());
    }
}
