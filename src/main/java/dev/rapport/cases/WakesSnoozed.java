package dev.rapport.cases;

import java.time.Clock;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings back, each half minute, the cases whose time to be put aside is over. */
@Component
class WakesSnoozed {

    private final CaseStore store;
    private final ActivityStore activity;
    private final Clock clock;

    WakesSnoozed(CaseStore store, ActivityStore activity, Clock clock) {
        this.store = store;
        this.activity = activity;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 10_000)
    @Transactional
    void wake() {
        Instant now = clock.instant();
        for (CaseId woken : store.wake(now)) {
            activity.add(woken, Activity.WOKEN, null, null, null, now);
        }
    }
}
