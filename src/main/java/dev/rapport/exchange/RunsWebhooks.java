package dev.rapport.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps messages to other systems leaving while the application serves; a slow system holds up a few others only. */
@Component
@ConditionalOnBooleanProperty("rapport.serving")
class RunsWebhooks implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RunsWebhooks.class);
    private static final int SENDERS = 4;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(3);

    private final PostsWebhooks posts;
    private final List<Thread> senders = new ArrayList<>();
    private volatile boolean running;

    RunsWebhooks(PostsWebhooks posts) {
        this.posts = posts;
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int i = 0; i < SENDERS; i++) {
            senders.add(Thread.ofVirtual().name("telling other systems").start(this::work));
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        try {
            for (Thread sender : senders) {
                sender.interrupt();
                sender.join(STOPS_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        senders.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void tidy() {
        posts.tidy();
    }

    private void work() {
        try {
            while (running) {
                if (!sentOne()) {
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean sentOne() throws InterruptedException {
        try {
            return posts.sendNext();
        } catch (RuntimeException failed) {
            log.warn("Telling other systems failed; it goes on", failed);
            return false;
        }
    }
}
