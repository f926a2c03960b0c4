package dev.rapport.understanding;

import dev.rapport.shared.Loop;
import dev.rapport.understanding.endpoint.Endpoint;
import dev.rapport.understanding.endpoint.Endpoints;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** In the serving process: has unsure messages read a second time as long as that is switched on. Otherwise no thread runs. */
@Component
@ConditionalOnBooleanProperty("rapport.serving")
class ReadsUnsureInBackground implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(2);

    private final ReadsUnsure unsure;
    private final Endpoints endpoints;
    private volatile boolean running;
    private @Nullable Loop loop;

    ReadsUnsureInBackground(ReadsUnsure unsure, Endpoints endpoints) {
        this.unsure = unsure;
        this.endpoints = endpoints;
    }

    @Override
    public synchronized void start() {
        running = true;
        turn(endpoints.find().map(Endpoint::reads).orElse(false));
    }

    @TransactionalEventListener(fallbackExecution = true)
    synchronized void follow(Endpoints.Changed changed) {
        turn(running && changed.reads());
    }

    @Override
    public synchronized void stop() {
        running = false;
        turn(false);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void turn(boolean on) {
        Loop present = loop;
        if (on && present == null) {
            loop = Loop.start("second reader", PAUSE, unsure::readNext);
        } else if (on) {
            present.wake();
        } else if (present != null) {
            loop = null;
            end(present);
        }
    }

    /** An answer that is still to come is not waited for: the message is asked about another time. */
    private static void end(Loop loop) {
        loop.end();
        try {
            loop.join(Instant.now().plus(STOPS_WITHIN));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
