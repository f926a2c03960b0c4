package dev.rapport.understanding;

import dev.rapport.shared.Loop;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** In the serving process: reads history again when it is wanted, and goes on with what a former process left. */
@Component
@ConditionalOnBooleanProperty("rapport.serving")
class RereadsInBackground implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);

    private final RereadsHistory history;
    private volatile @Nullable Loop loop;

    RereadsInBackground(RereadsHistory history) {
        this.history = history;
    }

    @Override
    public synchronized void start() {
        loop = Loop.start("reading history again", PAUSE, () -> history.work(() -> !isRunning()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void wake(Rereadings.Wanted wanted) {
        Loop running = loop;
        if (running != null) {
            running.wake();
        }
    }

    @Override
    public synchronized void stop() {
        Loop running = loop;
        loop = null;
        if (running != null) {
            running.end();
            try {
                running.join(Instant.now().plus(STOPS_WITHIN));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }
}
