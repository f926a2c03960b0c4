package dev.rapport.conversations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The threads that move batches on. Whoever accepts a batch wakes them; besides they look by themselves, since another
 * process may have accepted one.
 */
@Component
public class BatchWorkers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BatchWorkers.class);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final BatchRunner runner;
    private final BatchStore store;
    private final int count;
    private final Semaphore work = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    BatchWorkers(BatchRunner runner, BatchStore store, @Value("${rapport.batch.workers:2}") int count) {
        this.runner = runner;
        this.store = store;
        this.count = count;
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int i = 1; i <= count; i++) {
            threads.add(Thread.ofPlatform().name("batch-" + i).start(this::workThrough));
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        work.release(count);
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofSeconds(30));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** How many batches still have a step before them. */
    public long waiting() {
        return store.waiting();
    }

    /** Wakes the workers when the present transaction is committed, or now when there is none. */
    void wake() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.release(count);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.release(count);
            }
        });
    }

    private void workThrough() {
        while (running) {
            try {
                if (!runner.runOne()) {
                    work.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                    work.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.warn("The database could not be asked for work; asking again soon", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
