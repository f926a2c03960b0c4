package dev.rapport.understanding;

import dev.rapport.conversations.Batch;
import dev.rapport.conversations.BatchStep;
import dev.rapport.conversations.Step;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads every message of a batch that was not said by us. */
@Component
class TakesPlaced implements BatchStep {

    private final ReadingStore store;
    private final Readers readers;
    private final CorrectionStore corrections;
    private final EmbeddingStore embeddings;
    private final Clock clock;

    TakesPlaced(
            ReadingStore store, CorrectionStore corrections, EmbeddingStore embeddings, Readers readers, Clock clock) {
        this.store = store;
        this.corrections = corrections;
        this.embeddings = embeddings;
        this.readers = readers;
        this.clock = clock;
    }

    @Override
    public Step step() {
        return Step.UNDERSTOOD;
    }

    @Override
    public void take(Batch batch) {
        CatalogueReader reader = readers.reader();
        List<ReadingStore.Unread> unread = store.unread(batch);
        Map<Wording, List<Change>> said = carriedOver(batch);
        List<ReadingStore.Read> read = new ArrayList<>();
        for (ReadingStore.Unread message : unread) {
            List<Change> changes = said.getOrDefault(message.wording(), List.of());
            read.add(ReadingStore.Read.of(message, reader, null, changes));
        }
        store.insert(read, reader.versions(), clock.instant());
        embeddings.want(unread.stream().map(ReadingStore.Unread::messageId).toList());
    }

    /** What was said about a former wording holds for the new one where its exact words are still there. */
    private Map<Wording, List<Change>> carriedOver(Batch batch) {
        if (batch.reworded().isEmpty()) {
            return Map.of();
        }
        corrections.carryOver(batch.reworded());
        return corrections.of(batch.reworded());
    }
}
