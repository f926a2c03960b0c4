package dev.rapport.shared;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.SmartLifecycle;

/** Loops that begin and end with the application; who extends this says which. Nothing is final, as Spring may stand a proxy before it. */
public abstract class LoopsWhileServing implements SmartLifecycle {

    private final Duration stopWithin;
    private final List<Loop> loops = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    /**
     * Prepares them.
     *
     * @param stopWithin how long their last turns may take together before they are interrupted
     */
    protected LoopsWhileServing(Duration stopWithin) {
        this.stopWithin = stopWithin;
    }

    /** Starts them; asked once for each start of the application. */
    protected abstract Collection<Loop> begin();

    /** Asked before the loops end, for what would keep them from it. */
    protected void beforeEnd() {}

    /** Lets those that pause take a turn now. */
    protected void wakeAll() {
        loops.forEach(Loop::wake);
    }

    /** Where they run, ends them and begins those that are wanted now. */
    protected synchronized void beginAnew() {
        if (running) {
            stop();
            start();
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        loops.addAll(begin());
    }

    @Override
    public synchronized void stop() {
        running = false;
        beforeEnd();
        Loop.endAll(loops, stopWithin);
        loops.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
