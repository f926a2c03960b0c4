package dev.rapport.understanding;

import dev.rapport.conversations.Batch;
import dev.rapport.conversations.BatchStep;
import dev.rapport.conversations.Step;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads every message of a batch that was not said by us. */
@Component
class TakesPlaced implements BatchStep {

    private final ReadingStore store;
    private final Readers readers;
    private final Clock clock;

    TakesPlaced(ReadingStore store, Readers readers, Clock clock) {
        this.store = store;
        this.readers = readers;
        this.clock = clock;
    }

    @Override
    public Step step() {
        return Step.UNDERSTOOD;
    }

    @Override
    public void take(Batch batch) {
        Reader reader = readers.current();
        List<ReadingStore.Read> read = new ArrayList<>();
        for (ReadingStore.Unread message : store.unread(batch)) {
            read.add(new ReadingStore.Read(message, reader.read(message.words())));
        }
        store.insert(read, reader.versions(), clock.instant());
    }
}
