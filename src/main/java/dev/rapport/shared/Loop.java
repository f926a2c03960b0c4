package dev.rapport.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again on a thread of its own: as long as there is work, then after a pause or a wake-up call. */
public final class Loop {

    private static final Logger log = LoggerFactory.getLogger(Loop.class);

    /** One turn; returns true when another should follow at once. */
    @FunctionalInterface
    public interface Turn {
        boolean take() throws InterruptedException;
    }

    private final Semaphore calls = new Semaphore(0);
    private final Thread thread;
    private volatile boolean ending;

    private Loop(String name, Duration pause, Turn turn) {
        thread = Thread.ofVirtual().name(name).unstarted(() -> run(name, pause, turn));
    }

    public static Loop start(String name, Duration pause, Turn turn) {
        Loop loop = new Loop(name, pause, turn);
        loop.thread.start();
        return loop;
    }

    public void wake() {
        calls.release();
    }

    /** No turn begins any more; the one that is being taken goes on. */
    public void end() {
        ending = true;
        calls.release();
    }

    /** Waits for the last turn until {@code deadline}, then interrupts it. */
    public void join(Instant deadline) throws InterruptedException {
        Duration left = Duration.between(Instant.now(), deadline);
        if (!thread.join(left.isPositive() ? left : Duration.ofMillis(1))) {
            thread.interrupt();
        }
    }

    /** Ends all of them, whose last turns may take until {@code within} together. */
    public static void endAll(Collection<Loop> loops, Duration within) {
        loops.forEach(Loop::end);
        Instant deadline = Instant.now().plus(within);
        try {
            for (Loop loop : loops) {
                loop.join(deadline);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(String name, Duration pause, Turn turn) {
        try {
            while (!ending && !Thread.currentThread().isInterrupted()) {
                if (!took(name, turn)) {
                    calls.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                    calls.drainPermits();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean took(String name, Turn turn) throws InterruptedException {
        try {
            return turn.take();
        } catch (RuntimeException e) {
            log.error("A turn of “{}” failed; the next follows", name, e);
            return false;
        }
    }
}
