package dev.rapport.people;

import dev.rapport.shared.Loop;
import dev.rapport.shared.LoopsWhileServing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Compares the voices that wait while the application serves: reads all persons first, then works the queue off, and learns
 * from answers in between.
 */
@Component
@ConditionalOnBooleanProperty("rapport.serving")
class LooksUpVoices extends LoopsWhileServing {

    private static final Logger log = LoggerFactory.getLogger(LooksUpVoices.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);
    private static final Duration LEARNS_EVERY = Duration.ofMinutes(1);
    private static final int AT_ONCE = 200;

    private final Contacts contacts;
    private final Lookups lookups;
    private final Models models;
    private final ForgetsEvidence forgets;

    private Instant learnt = Instant.EPOCH;

    LooksUpVoices(Contacts contacts, Lookups lookups, Models models, ForgetsEvidence forgets) {
        super(STOPS_WITHIN);
        this.contacts = contacts;
        this.lookups = lookups;
        this.models = models;
        this.forgets = forgets;
    }

    @Override
    protected List<Loop> begin() {
        return List.of(Loop.start("looking up voices", PAUSE, this::turn));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void wake(VoicesWait waiting) {
        wakeAll();
    }

    private boolean turn() {
        if (!contacts.isReady()) {
            contacts.fill();
            log.info("{} persons are known to the matcher", contacts.index().size());
        }
        if (lookups.workOff(AT_ONCE) > 0) {
            return true;
        }
        if (learnt.plus(LEARNS_EVERY).isBefore(Instant.now())) {
            learnt = Instant.now();
            forgets.forget();
            models.learn();
        }
        return false;
    }
}
