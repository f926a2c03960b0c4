package dev.rapport.exchange.databases;

import dev.rapport.access.Audit;
import dev.rapport.access.LiveUpdates;
import dev.rapport.exchange.CannotSave;
import dev.rapport.exchange.ImportId;
import dev.rapport.exchange.spi.Reason;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What comes from databases and goes back into them: saved, run when due, with what became of each run. */
@Service
public class Transfers {

    private static final Logger log = LoggerFactory.getLogger(Transfers.class);
    private static final int LONGEST_NAME = 100;
    private static final int RUNS_SHOWN = 50;
    private static final Duration UNTIL_IMPORTED = Duration.ofSeconds(3);

    private final TransferStore store;
    private final Databases databases;
    private final BringsRows brings;
    private final WritesRows writes;
    private final Audit audit;
    private final LiveUpdates live;
    private final Clock clock;

    Transfers(
            TransferStore store,
            Databases databases,
            BringsRows brings,
            WritesRows writes,
            Audit audit,
            LiveUpdates live,
            Clock clock) {
        this.store = store;
        this.databases = databases;
        this.brings = brings;
        this.writes = writes;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Runs it from now on, for the first time at once unless it has no schedule.
     *
     * @throws CannotSave when a value cannot be taken
     */
    @Transactional
    public TransferId add(DatabaseId database, SaveTransfer command, @Nullable UserId by) {
        SaveTransfer checked = checked(database, command);
        TransferId id = store.add(database, checked, first(checked), by);
        audit.record("transfer.added", "transfer", id, facts(checked));
        return id;
    }

    /**
     * Changes it. With another query, mapping or watermark everything is read again, which doubles nothing.
     *
     * @throws CannotSave when a value cannot be taken
     */
    @Transactional
    public void change(TransferId id, SaveTransfer command) {
        Transfer before = get(id);
        SaveTransfer checked = checked(before.database(), command);
        store.change(id, checked, first(checked));
        if (!before.plan().equals(checked.plan())) {
            store.startOver(id);
        }
        audit.record("transfer.changed", "transfer", id, facts(checked));
    }

    /** Forgets it; what is imported or written stays. */
    @Transactional
    public void remove(TransferId id) {
        if (store.remove(id)) {
            audit.record("transfer.removed", "transfer", id, Map.of());
        }
    }

    /** Has it run as soon as possible. */
    @Transactional
    public void runSoon(TransferId id) {
        store.runSoon(id);
        audit.record("transfer.run", "transfer", id, Map.of());
    }

    /** Has everything be read again from the first row. */
    @Transactional
    public void startOver(TransferId id) {
        store.startOver(id);
        store.runSoon(id);
        audit.record("transfer.started-over", "transfer", id, Map.of());
    }

    public List<Transfer> all(DatabaseId database) {
        return store.all(database);
    }

    public Optional<Transfer> find(TransferId id) {
        return store.find(id);
    }

    /** By its name, whatever its case. */
    public Optional<Transfer> named(String name) {
        return store.named(name);
    }

    /** Newest first, at most 50. */
    public List<TransferRun> runs(TransferId id) {
        return store.runs(id, RUNS_SHOWN);
    }

    /**
     * Takes one step here and now, unless somebody else is at it: begins a run, or looks whether its import is over.
     *
     * @return the transfer as it is afterwards
     */
    public Transfer step(TransferId id) {
        store.claim(id).ifPresent(this::work);
        return get(id);
    }

    /** Takes a step of the one that is due. Returns false when none is. */
    boolean stepNext() {
        Optional<TransferId> next = store.claim(null);
        next.ifPresent(this::work);
        return next.isPresent();
    }

    private void work(TransferId id) {
        Transfer transfer = get(id);
        TransferRun last = transfer.last();
        ImportId importing = last != null && last.state() == TransferRun.State.IMPORTING ? last.importId() : null;
        long run = last != null && importing != null ? last.id() : store.begin(id);
        try {
            boolean isOver;
            boolean isMore = false;
            if (last != null && importing != null) {
                isOver = brings.settle(transfer, last, importing);
                isMore = isOver && last.isFull();
            } else {
                isOver = begin(transfer, run);
            }
            Instant now = clock.instant();
            Instant next = !isOver
                    ? now.plus(UNTIL_IMPORTED)
                    : isMore ? now : transfer.schedule().after(now);
            store.release(id, next, isOver ? 0 : transfer.failures());
        } catch (DatabaseFailed failed) {
            fail(transfer, run, failed.reason());
        } catch (RuntimeException failed) {
            log.warn("Transfer {} failed", id.value(), failed);
            fail(
                    transfer,
                    run,
                    Reason.of("It could not go on: " + failed.getClass().getSimpleName() + "."));
        }
        live.publish("databases", Long.toString(id.value()));
    }

    /** Returns whether the run is over. */
    private boolean begin(Transfer transfer, long run) {
        Database database = databases.find(transfer.database()).orElseThrow();
        return switch (transfer.plan()) {
            case Intake intake -> brings.begin(transfer, intake, database, run).isEmpty();
            case WriteBack plan -> {
                WritesRows.Written written = writes.write(plan, database);
                store.done(transfer.id(), run, written.rows(), written.refused(), written.first());
                yield true;
            }
        };
    }

    private void fail(Transfer transfer, long run, Reason why) {
        int failures = transfer.failures() + 1;
        store.failed(transfer.id(), run, why);
        store.release(transfer.id(), transfer.schedule().afterFailure(clock.instant(), failures), failures);
    }

    private SaveTransfer checked(DatabaseId database, SaveTransfer command) {
        String name = command.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new CannotSave("name", "exchange.transfer.problem.name");
        }
        Plan plan = switch (command.plan()) {
            case Intake intake -> intake.checked();
            case WriteBack back -> back.checked();
        };
        boolean mayWrite = databases.find(database).orElseThrow().mayWrite();
        if (plan instanceof WriteBack && !mayWrite) {
            throw new CannotSave("name", "exchange.write-back.problem.forbidden");
        }
        return new SaveTransfer(name, plan, command.schedule());
    }

    private @Nullable Instant first(SaveTransfer command) {
        return switch (command.schedule().every()) {
            case OFF -> null;
            case DAY -> command.schedule().after(clock.instant());
            case FIVE_MINUTES, HOUR -> clock.instant();
        };
    }

    private Transfer get(TransferId id) {
        return store.find(id).orElseThrow();
    }

    private static Map<String, String> facts(SaveTransfer command) {
        return Map.of(
                "kind",
                command.plan().kind(),
                "every",
                command.schedule().every().name());
    }
}
