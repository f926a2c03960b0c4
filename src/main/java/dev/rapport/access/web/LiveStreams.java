package dev.rapport.access.web;

import dev.rapport.shared.UserId;
import dev.rapport.shared.web.WhenServing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The browsers that listen to this process, a few a user. */
@Component
@WhenServing
final class LiveStreams implements SmartLifecycle {

    static final int MOST_PER_USER = 6;

    private final List<LiveStream> open = new CopyOnWriteArrayList<>();
    private final RecentUpdates recent = new RecentUpdates();
    private final Clock clock;
    private volatile boolean isRunning;

    LiveStreams(Clock clock) {
        this.clock = clock;
    }

    /**
     * Opens a stream; a user's oldest one ends when there are too many.
     *
     * @param since when the page was drawn that listens: what was told meanwhile is told again
     */
    SseEmitter open(UserId user, Instant since) {
        LiveStream stream = new LiveStream(user, clock);
        endOldest(user);
        open.add(stream);
        recent.since(since).forEach(stream::offer);
        stream.emitter().onCompletion(() -> leave(stream));
        stream.emitter().onTimeout(() -> leave(stream));
        stream.emitter().onError(gone -> leave(stream));
        Thread.ofVirtual().name("live-stream").start(stream::run);
        return stream.emitter();
    }

    private void endOldest(UserId user) {
        List<LiveStream> own =
                open.stream().filter(stream -> stream.user().equals(user)).toList();
        own.stream().limit(Math.max(0, own.size() - MOST_PER_USER + 1)).forEach(this::leave);
    }

    private void leave(LiveStream stream) {
        stream.close();
        open.remove(stream);
    }

    void tell(LiveUpdate update) {
        recent.add(update, clock.instant());
        open.forEach(stream -> stream.offer(update));
    }

    /** Browsers come again at once and look at everything: after a time when nothing could be heard. */
    void closeAll() {
        open.forEach(LiveStream::close);
        open.clear();
    }

    int size() {
        return open.size();
    }

    @Override
    public void start() {
        isRunning = true;
    }

    @Override
    public void stop() {
        isRunning = false;
        closeAll();
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    /** Streams end before the server waits for its last requests. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }
}
