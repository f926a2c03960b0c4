package dev.rapport.people;

import dev.rapport.shared.ErasureLock;
import dev.rapport.shared.ErasureLog;
import dev.rapport.shared.PersonalDataHolder;
import dev.rapport.shared.Subject;
import dev.rapport.shared.Tombstone;
import dev.rapport.shared.Tombstones;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Before anything else runs: whoever is in the home's log of erasures and not among the database's tombstones was erased after
 * the backup that this database was restored from, and is erased again. What only the database knows is added to the log.
 */
@Component
class RepeatsErasures implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RepeatsErasures.class);

    private final ErasureLog erasureLog;
    private final ErasureLock lock;
    private final ObjectProvider<PersonalDataHolder> holders;
    private final Erasures erasures;
    private final TransactionTemplate transaction;
    private volatile boolean isDone;

    RepeatsErasures(
            ErasureLog erasureLog,
            ErasureLock lock,
            ObjectProvider<PersonalDataHolder> holders,
            Erasures erasures,
            TransactionTemplate transaction) {
        this.erasureLog = erasureLog;
        this.lock = lock;
        this.holders = holders;
        this.erasures = erasures;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        List<Tombstone> logged = erasureLog.read();
        if (!logged.isEmpty()) {
            transaction.executeWithoutResult(status -> repeat(logged));
        }
        addUnlogged();
        isDone = true;
    }

    private void repeat(List<Tombstone> logged) {
        lock.alone();
        Subject back = Subject.NOBODY;
        List<Tombstone> unknown = new ArrayList<>();
        for (PersonalDataHolder holder : holders.orderedStream().toList()) {
            Tombstones tombstones = holder.tombstones().orElse(null);
            List<Tombstone> news = tombstones == null ? List.of() : tombstones.unknown(logged);
            if (tombstones != null && !news.isEmpty()) {
                unknown.addAll(news);
                back = back.and(holder.recognise(tombstones.namedBy(news)));
            }
        }
        if (!back.isNobody()) {
            log.warn("This database is older than erasures made since; they are made again.");
            Instant at = unknown.stream()
                    .map(Tombstone::at)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            erasures.eraseAgain(back, at);
        }
        for (PersonalDataHolder holder : holders.orderedStream().toList()) {
            holder.tombstones().ifPresent(tombstones -> tombstones.keep(tombstones.own(unknown)));
        }
    }

    /** What a crash between the commit and the file left out. */
    private void addUnlogged() {
        Set<Tombstone> logged = new HashSet<>(erasureLog.read());
        holders.orderedStream()
                .forEach(holder -> holder.tombstones()
                        .ifPresent(tombstones -> erasureLog.append(tombstones.all().stream()
                                .filter(stone -> !logged.contains(stone))
                                .toList())));
    }

    @Override
    public void stop() {
        isDone = false;
    }

    @Override
    public boolean isRunning() {
        return isDone;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
