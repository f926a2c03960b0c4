package dev.rapport.understanding;

import dev.rapport.access.LiveUpdates;
import dev.rapport.understanding.RereadingRun.State;
import java.time.Clock;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads one part of history after the other, until its end, until somebody stops it, or until this process has to go. */
@Component
class RereadsHistory {

    private static final Logger log = LoggerFactory.getLogger(RereadsHistory.class);

    private final RereadingRunStore store;
    private final Rereading rereading;
    private final LiveUpdates live;
    private final Clock clock;
    private final UUID holder = UUID.randomUUID();

    RereadsHistory(RereadingRunStore store, Rereading rereading, LiveUpdates live, Clock clock) {
        this.store = store;
        this.rereading = rereading;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Works on what is wanted and nobody else works on.
     *
     * @param hasToGo asked after each part; when true it is left to the next process
     * @return whether there was anything
     */
    boolean work(BooleanSupplier hasToGo) {
        return store.claim(holder, clock.instant())
                .map(claim -> read(claim, hasToGo))
                .orElse(false);
    }

    private boolean read(RereadingRunStore.Claim claim, BooleanSupplier hasToGo) {
        try {
            Rereading.Done done = rereading.readAgain(claim.since(), (read, of, changed) -> {
                boolean goesOn = store.progress(claim, holder, of, read, changed, clock.instant());
                tell(claim);
                return goesOn && !hasToGo.getAsBoolean();
            });
            if (!done.finished() && hasToGo.getAsBoolean()) {
                store.letGo(claim, holder);
            } else {
                store.end(claim, holder, done.finished() ? State.DONE : State.STOPPED, null, clock.instant());
            }
        } catch (RuntimeException failed) {
            log.warn("Reading history again failed", failed);
            store.end(claim, holder, State.FAILED, String.valueOf(failed.getMessage()), clock.instant());
        }
        tell(claim);
        return true;
    }

    private void tell(RereadingRunStore.Claim claim) {
        live.publish("rereadings", Long.toString(claim.id().value()));
    }
}
