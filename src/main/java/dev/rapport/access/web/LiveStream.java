package dev.rapport.access.web;

import dev.rapport.shared.UserId;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One browser that listens. It is told in a thread of its own, so that a slow one keeps nobody waiting. */
final class LiveStream {

    /** After so long the browser comes again, and is asked again who it is. */
    static final Duration LIFE = Duration.ofMinutes(10);

    /** A line now and then keeps proxies from hanging up, and finds browsers that are gone. */
    static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private final SseEmitter emitter = new SseEmitter(LIFE.plusMinutes(1).toMillis());
    private final Conflation updates = new Conflation();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final UserId user;
    private final Clock clock;
    private final Instant endsAt;
    private boolean isClosed;

    LiveStream(UserId user, Clock clock) {
        this.user = user;
        this.clock = clock;
        this.endsAt = clock.instant().plus(LIFE);
    }

    UserId user() {
        return user;
    }

    SseEmitter emitter() {
        return emitter;
    }

    void offer(LiveUpdate update) {
        locked(() -> updates.offer(update));
    }

    void close() {
        locked(() -> isClosed = true);
    }

    /** Tells the browser until it, its time or the server ends. */
    void run() {
        try {
            emitter.send(SseEmitter.event().comment("here").reconnectTime(2_000));
            while (isOpen()) {
                send(next());
            }
        } catch (IOException | IllegalStateException gone) {
            // The browser left; it opens another stream when it comes back.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            emitter.complete();
        }
    }

    private void send(Optional<LiveUpdate> update) throws IOException {
        emitter.send(
                update.map(LiveStream::event).orElseGet(() -> SseEmitter.event().comment("still here")));
    }

    private static SseEmitter.SseEventBuilder event(LiveUpdate update) {
        return SseEmitter.event().name("change").data(update, MediaType.APPLICATION_JSON);
    }

    private boolean isOpen() {
        lock.lock();
        try {
            return !isClosed && clock.instant().isBefore(endsAt);
        } finally {
            lock.unlock();
        }
    }

    /** The next update that may be told, or empty when it is time for a sign of life. */
    private Optional<LiveUpdate> next() throws InterruptedException {
        lock.lock();
        try {
            long left = HEARTBEAT.toNanos();
            Optional<LiveUpdate> next = updates.poll(clock.instant());
            while (next.isEmpty() && left > 0 && !isClosed) {
                left -= await(left);
                next = updates.poll(clock.instant());
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a change or until the next update is due; returns how long it was. */
    private long await(long atMost) throws InterruptedException {
        long due = updates.nextAt()
                .map(at -> Duration.between(clock.instant(), at).toNanos() + TimeUnit.MILLISECONDS.toNanos(1))
                .orElse(atMost);
        long asked = Math.min(due, atMost);
        return asked - Math.max(changed.awaitNanos(asked), 0);
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
