package dev.rapport.exchange;

import dev.rapport.access.LiveUpdates;
import dev.rapport.exchange.ImportStore.Counts;
import dev.rapport.exchange.files.FileRecord;
import dev.rapport.exchange.spi.ImportLine;
import dev.rapport.exchange.spi.ImportOutcome;
import dev.rapport.exchange.spi.ImportOutcome.Refusal;
import dev.rapport.exchange.spi.ImportTarget;
import dev.rapport.shared.ErasureLock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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
    private final ErasureLock erasures;
    private final ErasedLines erased;

    TakesChunks(ImportStore store, LiveUpdates live, ErasureLock erasures, ErasedLines erased) {
        this.store = store;
        this.live = live;
        this.erasures = erasures;
        this.erased = erased;
    }

    /** Returns how many lines were refused. */
    @Transactional
    int take(Lease lease, ImportTarget target, Import work, Chunk chunk, long startedNanos) {
        erasures.keepOut();
        store.renew(lease);
        UnaryOperator<ImportLine> mapping = MapsLines.with(work.mapping(), target.fields());
        ImportOutcome outcome = target.take(work.options(), chunk.readable(mapping));
        List<RefusedLine> refused = erased.withoutWords(refused(chunk, outcome), work.options());
        store.refuse(lease.id(), refused);
        Counts counts = new Counts(
                chunk.records().size(), outcome.added(), outcome.changed(), outcome.repeated(), refused.size());
        store.advance(lease.id(), chunk, counts, Duration.ofNanos(System.nanoTime() - startedNanos));
        live.publish("imports", Long.toString(lease.id().value()));
        return refused.size();
    }

    /** The lines that could not be read and those that were not taken, in the file's order. */
    static List<RefusedLine> refused(Chunk chunk, ImportOutcome outcome) {
        Map<Long, Refusal> reasons = new HashMap<>();
        outcome.refused().forEach(refusal -> reasons.put(refusal.line(), refusal));
        return chunk.records().stream()
                .flatMap(record -> switch (record) {
                    case FileRecord.Malformed bad -> Stream.of(new RefusedLine(bad.number(), bad.raw(), bad.why()));
                    case FileRecord.Readable good -> {
                        Refusal why = reasons.get(good.number());
                        yield why == null
                                ? Stream.<RefusedLine>empty()
                                : Stream.of(new RefusedLine(
                                        good.number(), why.keepsWords() ? good.raw() : "", why.reason()));
                    }
                })
                .toList();
    }
}
