package dev.rapport.understanding;

import dev.rapport.shared.Loop;
import dev.rapport.shared.LoopsWhileServing;
import dev.rapport.understanding.endpoint.Endpoint;
import dev.rapport.understanding.endpoint.Endpoints;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** In the serving process: has unsure messages read a second time as long as that is switched on. Otherwise no thread runs. */
@Component
@ConditionalOnBooleanProperty("rapport.serving")
class ReadsUnsureInBackground extends LoopsWhileServing {

    private static final Duration PAUSE = Duration.ofSeconds(15);

    /** An answer that is still to come is not waited for: the message is asked about another time. */
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(2);

    private final ReadsUnsure unsure;
    private final Endpoints endpoints;

    ReadsUnsureInBackground(ReadsUnsure unsure, Endpoints endpoints) {
        super(STOPS_WITHIN);
        this.unsure = unsure;
        this.endpoints = endpoints;
    }

    @Override
    protected List<Loop> begin() {
        return endpoints.find().filter(Endpoint::reads).isPresent()
                ? List.of(Loop.start("second reader", PAUSE, unsure::readNext))
                : List.of();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void follow(Endpoints.Changed changed) {
        beginAnew();
    }
}
