package dev.rapport.understanding;

import dev.rapport.conversations.MessageId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads history again with the rules, weights and names of today. It goes through what others have read before, so it can be
 * stopped at any moment and goes on where it was; corrections stay in force.
 */
@Service
public class Rereading {

    /** How many of the newest messages are looked at to tell that rules have changed. */
    public static final int LATELY = 10_000;

    private static final int SAMPLE = 2_000;
    private static final int AT_A_TIME = 500;

    private final RereadingStore store;
    private final ReadingStore readings;
    private final SecondReadingStore seconds;
    private final CorrectionStore corrections;
    private final Readers readers;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rereading(
            RereadingStore store,
            ReadingStore readings,
            SecondReadingStore seconds,
            CorrectionStore corrections,
            Readers readers,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.readings = readings;
        this.seconds = seconds;
        this.corrections = corrections;
        this.readers = readers;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Told how far it is; says whether to go on. */
    public interface Watcher {
        boolean goesOn(long read, long of, long changed);
    }

    /** How many were read again, and how many of them mean something else now. */
    public record Done(long read, long changed, boolean finished) {}

    /** How many of the newest {@link #LATELY} messages were read with other rules or reasons than those of today. */
    @Transactional(readOnly = true)
    public long behind() {
        return store.behind(readers.reader().versions().rules(), LATELY);
    }

    /** What reading again everything said since then would change; changes nothing. */
    public Outlook outlook(Instant since) {
        CatalogueReader reader = readers.reader();
        List<ReadingStore.Unread> sample = store.sample(since, reader.versions(), SAMPLE);
        var counts = new Counts();
        for (Again again : again(sample, reader)) {
            counts.count(again);
        }
        return new Outlook(
                store.outdated(since, reader.versions()),
                sample.size(),
                counts.polarities,
                counts.intents,
                counts.opinions,
                List.copyOf(counts.shown));
    }

    /** Reads again everything said since then that others have read, the oldest number first. */
    public Done readAgain(Instant since, Watcher watcher) {
        CatalogueReader reader = readers.reader();
        long all = store.outdated(since, reader.versions());
        long read = 0;
        long changed = 0;
        long after = 0;
        while (watcher.goesOn(read, all, changed)) {
            List<ReadingStore.Unread> next = store.next(since, after, reader.versions(), AT_A_TIME);
            if (next.isEmpty()) {
                return new Done(read, changed, true);
            }
            after = next.getLast().messageId();
            read += next.size();
            Integer others = transaction.execute(status -> put(next, reader));
            changed += others == null ? 0 : others;
        }
        return new Done(read, changed, false);
    }

    private int put(List<ReadingStore.Unread> messages, CatalogueReader reader) {
        List<Again> again = again(messages, reader);
        readings.replace(again.stream().map(Again::read).toList(), reader.versions(), clock.instant());
        Set<MessageId> others = again.stream()
                .filter(one -> !one.now().equals(one.before()))
                .map(one -> one.read().message().message())
                .collect(Collectors.toUnmodifiableSet());
        if (!others.isEmpty()) {
            events.publishEvent(new ReadingsChanged(others));
        }
        return others.size();
    }

    private List<Again> again(List<ReadingStore.Unread> messages, CatalogueReader reader) {
        List<Long> ids = messages.stream().map(ReadingStore.Unread::messageId).toList();
        Map<Wording, List<Change>> changes = corrections.of(ids);
        Map<Wording, SecondReading> second = seconds.of(ids);
        Map<Wording, Gist> before = readings.gists(ids);
        List<Again> again = new ArrayList<>();
        for (ReadingStore.Unread message : messages) {
            List<Change> said = changes.getOrDefault(message.wording(), List.of());
            ReadingStore.Read read = ReadingStore.Read.of(message, reader, second.get(message.wording()), said);
            Gist now = Gist.of(read.reading());
            again.add(new Again(read, before.getOrDefault(message.wording(), now), now));
        }
        return again;
    }

    /** A reading of today beside the one before. */
    private record Again(ReadingStore.Read read, Gist before, Gist now) {}

    private static final class Counts {
        private int polarities;
        private int intents;
        private int opinions;
        private final List<Difference> shown = new ArrayList<>();

        void count(Again again) {
            boolean otherPolarity = again.now().polarity() != again.before().polarity();
            polarities += otherPolarity ? 1 : 0;
            intents += again.now().intents().equals(again.before().intents()) ? 0 : 1;
            opinions += again.now().opinions().equals(again.before().opinions()) ? 0 : 1;
            if (otherPolarity && shown.size() < Outlook.SHOWN) {
                ReadingStore.Unread message = again.read().message();
                shown.add(new Difference(
                        message.message(),
                        message.words().text(),
                        again.before().polarity(),
                        again.now().polarity()));
            }
        }
    }
}
