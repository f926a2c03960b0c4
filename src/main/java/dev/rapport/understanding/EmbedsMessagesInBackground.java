package dev.rapport.understanding;

import dev.rapport.shared.Loop;
import dev.rapport.shared.LoopsWhileServing;
import dev.rapport.understanding.embedding.Embeddings;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * In the serving process: computes what messages mean as long as a sentence model is on, for half of the time at most, so that
 * what comes in meanwhile is read as fast as ever. Otherwise no thread runs.
 */
@Component
@ConditionalOnBooleanProperty("rapport.serving")
class EmbedsMessagesInBackground extends LoopsWhileServing {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);

    private final EmbedsMessages messages;
    private final Embeddings embeddings;

    EmbedsMessagesInBackground(EmbedsMessages messages, Embeddings embeddings) {
        super(STOPS_WITHIN);
        this.messages = messages;
        this.embeddings = embeddings;
    }

    @Override
    protected List<Loop> begin() {
        return embeddings.isOn() ? List.of(Loop.start("sentence model", PAUSE, this::turn)) : List.of();
    }

    private boolean turn() throws InterruptedException {
        long began = System.nanoTime();
        boolean did = messages.embedNext();
        if (did && isRunning()) {
            Thread.sleep(Duration.ofNanos(System.nanoTime() - began));
        }
        return did;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void follow(Embeddings.Switched switched) {
        beginAnew();
    }
}
