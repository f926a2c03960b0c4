package dev.rapport.exchange;

import dev.rapport.access.LiveUpdates;
import dev.rapport.exchange.ImportStore.Counts;
import dev.rapport.exchange.files.FileRecord;
import dev.rapport.exchange.spi.ImportOutcome;
import dev.rapport.exchange.spi.ImportTarget;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes one chunk in one transaction: what the target makes of it, the refused lines and the progress are kept together or
 * not at all, so that after a crash the next runner goes on exactly where this one was.
 */
@Component
class TakesChunks {

    private final ImportStore store;
    private final LiveUpdates live;

    TakesChunks(ImportStore store, LiveUpdates live) {
        this.store = store;
        this.live = live;
    }

    /** Returns how many lines were refused. */
    @Transactional
    int take(Lease lease, ImportTarget target, Map<String, String> options, Chunk chunk, long startedNanos) {
        store.renew(lease);
        ImportOutcome outcome = target.take(options, chunk.readable());
        List<RefusedLine> refused = refused(chunk, outcome);
        store.refuse(lease.id(), refused);
        Counts counts = new Counts(
                chunk.records().size(), outcome.added(), outcome.changed(), outcome.repeated(), refused.size());
        store.advance(lease.id(), chunk, counts, Duration.ofNanos(System.nanoTime() - startedNanos));
        live.publish("imports", Long.toString(lease.id().value()));
        return refused.size();
    }

    private static List<RefusedLine> refused(Chunk chunk, ImportOutcome outcome) {
        Map<Long, String> reasons = new HashMap<>();
        outcome.refused().forEach(refusal -> reasons.put(refusal.line(), refusal.why()));
        return chunk.records().stream()
                .flatMap(record -> switch (record) {
                    case FileRecord.Malformed bad -> Stream.of(new RefusedLine(bad.number(), bad.raw(), bad.why()));
                    case FileRecord.Readable good -> {
                        String why = reasons.get(good.number());
                        yield why == null
                                ? Stream.<RefusedLine>empty()
                                : Stream.of(new RefusedLine(good.number(), good.raw(), why));
                    }
                })
                .toList();
    }
}
