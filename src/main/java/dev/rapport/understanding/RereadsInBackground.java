package dev.rapport.understanding;

import dev.rapport.shared.Loop;
import dev.rapport.shared.LoopsWhileServing;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** In the serving process: reads history again when it is wanted, and goes on with what a former process left. */
@Component
@ConditionalOnBooleanProperty("rapport.serving")
class RereadsInBackground extends LoopsWhileServing {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);

    private final RereadsHistory history;

    RereadsInBackground(RereadsHistory history) {
        super(STOPS_WITHIN);
        this.history = history;
    }

    @Override
    protected List<Loop> begin() {
        return List.of(Loop.start("reading history again", PAUSE, () -> history.work(() -> !isRunning())));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void wake(Rereadings.Wanted wanted) {
        wakeAll();
    }
}
