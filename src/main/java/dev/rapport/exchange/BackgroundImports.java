package dev.rapport.exchange;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * In the serving process: works on what waits, one import after another, and on those whose runner is gone. Stopped, it
 * finishes its chunk and leaves the rest for the next start.
 */
@Component
class BackgroundImports implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BackgroundImports.class);
    private static final long LOOK_SECONDS = 3;
    private static final long TIDY_NANOS = Duration.ofMinutes(30).toNanos();

    private final ImportStore store;
    private final ImportFolder folder;
    private final ImportRunner runner;
    private final WaitingFiles uploads;
    private final boolean serving;
    private final UUID holder = UUID.randomUUID();
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable Thread worker;

    BackgroundImports(
            ImportStore store,
            ImportFolder folder,
            ImportRunner runner,
            WaitingFiles uploads,
            @Value("${rapport.serving:false}") boolean serving) {
        this.store = store;
        this.folder = folder;
        this.runner = runner;
        this.uploads = uploads;
        this.serving = serving;
    }

    /** Looks for work now rather than in a few seconds. */
    void wake() {
        woken.release();
    }

    @Override
    public void start() {
        if (serving) {
            // It works as long as it is the worker, so it has to be that before its first step.
            Thread fresh = Thread.ofPlatform().name("imports").daemon().unstarted(this::work);
            worker = fresh;
            fresh.start();
        }
    }

    @Override
    public void stop() {
        Thread working = worker;
        worker = null;
        wake();
        if (working != null) {
            join(working);
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private void work() {
        long tidied = System.nanoTime() - TIDY_NANOS;
        while (isMine()) {
            try {
                if (System.nanoTime() - tidied >= TIDY_NANOS) {
                    tidied = System.nanoTime();
                    uploads.forgetOld();
                }
                Optional<Lease> lease = store.claim(folder.place(), holder, null);
                if (lease.isPresent()) {
                    runner.run(lease.get(), () -> !isMine(), () -> {});
                } else {
                    await();
                }
            } catch (RuntimeException failed) {
                log.warn("Looking for imports failed", failed);
                await();
            }
        }
    }

    private boolean isMine() {
        return worker == Thread.currentThread();
    }

    private void await() {
        try {
            if (woken.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            worker = null;
        }
    }

    private static void join(Thread working) {
        try {
            working.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
