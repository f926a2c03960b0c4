package dev.rapport.exchange.databases;

import dev.rapport.shared.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs transfers when they are due while the application serves; a slow database holds up one other only. */
@Component
@ConditionalOnBooleanProperty("rapport.serving")
class RunsTransfers implements SmartLifecycle {

    private static final int AT_ONCE = 2;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

    private final Transfers transfers;
    private final List<Loop> loops = new ArrayList<>();
    private volatile boolean running;

    RunsTransfers(Transfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int i = 0; i < AT_ONCE; i++) {
            loops.add(Loop.start("databases of other systems", PAUSE, transfers::stepNext));
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        Loop.endAll(loops, STOPS_WITHIN);
        loops.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
