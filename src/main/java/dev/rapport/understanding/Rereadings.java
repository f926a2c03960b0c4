package dev.rapport.understanding;

import dev.rapport.access.Audit;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading history again in the background: one at a time, stopped and resumed, going on after a restart. */
@Service
@Transactional
public class Rereadings {

    private final RereadingRunStore store;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rereadings(RereadingRunStore store, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** There is something to read. */
    record Wanted() {}

    /** Begins with what was said from then on; empty when another is under way, which goes on. */
    public Optional<RereadingId> start(Instant since, UserId by) {
        Optional<RereadingId> started = store.start(since, by, clock.instant());
        started.ifPresent(id -> {
            audit.record("rereading.started", "rereading", id, Map.of("since", since.toString()));
            events.publishEvent(new Wanted());
        });
        return started;
    }

    /** Stops it after the part it is at; what was read stays read. */
    public void stop(RereadingId id) {
        if (store.askToStop(id)) {
            audit.record("rereading.stopped", "rereading", id, Map.of());
        }
    }

    /** Goes on where it was; nothing when it is done or another is under way. */
    public void resume(RereadingId id) {
        if (store.resume(id)) {
            audit.record("rereading.resumed", "rereading", id, Map.of());
            events.publishEvent(new Wanted());
        }
    }

    /** The one that was started last. */
    @Transactional(readOnly = true)
    public Optional<RereadingRun> newest() {
        return store.newest();
    }
}
