package dev.rapport.understanding;

import dev.rapport.conversations.MessageId;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people say readings should have been. It counts at once: for the message itself, where it wins over every later
 * reading until it is taken back, and for all that is read from then on, through the organisation's own layer.
 */
@Service
@Transactional
public class Corrections {

    private static final int MOST = 20_000;

    private final CorrectionStore store;
    private final ReadingStore readings;
    private final SecondReadingStore seconds;
    private final ScorecardReads scores;
    private final VersionStore versions;
    private final Readers readers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Corrections(
            CorrectionStore store,
            ReadingStore readings,
            SecondReadingStore seconds,
            ScorecardReads scores,
            VersionStore versions,
            Readers readers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.readings = readings;
        this.seconds = seconds;
        this.scores = scores;
        this.versions = versions;
        this.readers = readers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Corrects a reading, or confirms it by saying the same.
     *
     * @throws NotRead when there is no reading of that wording
     */
    public CorrectionId correct(CorrectReading command) {
        ReadingStore.Stored stored =
                readings.stored(command.wording()).orElseThrow(() -> new NotRead(command.wording()));
        ChangeColumns columns = ChangeColumns.of(command.change());
        CorrectionId id = store.put(
                command,
                columns,
                columns.said(stored.reading()),
                columns.confidence(stored.reading()),
                clock.instant());
        Reading corrected = Corrected.by(
                List.of(command.change()), stored.reading(), readers.reader().catalogue());
        readings.replace(
                List.of(new ReadingStore.Read(stored.message(), corrected, true, stored.second())),
                stored.versions(),
                clock.instant());
        changed(command.wording());
        return id;
    }

    /** Takes a correction back: the message is read again. Once more changes nothing. */
    public void takeBack(CorrectionId id, UserId by) {
        store.takeBack(id, by, clock.instant()).ifPresent(wording -> {
            changed(wording);
            readings.stored(wording).ifPresent(this::readAgain);
        });
    }

    private void readAgain(ReadingStore.Stored stored) {
        CatalogueReader reader = readers.reader();
        Wording wording = stored.message().wording();
        List<Change> others = store.of(List.of(wording.message().value())).getOrDefault(wording, List.of());
        SecondReading second = seconds.of(List.of(wording.message().value())).get(wording);
        readings.replace(
                List.of(ReadingStore.Read.of(stored.message(), reader, second, others)),
                reader.versions(),
                clock.instant());
    }

    private void changed(Wording wording) {
        versions.correctionsChanged();
        events.publishEvent(new ReadingsChanged(Set.of(wording.message())));
    }

    /** What holds about a message, the oldest first; a former wording's corrections are about that wording. */
    @Transactional(readOnly = true)
    public List<Correction> of(MessageId message) {
        return store.of(message);
    }

    /** The newest that hold. */
    @Transactional(readOnly = true)
    public List<Correction> newest(int most) {
        return store.newest(most);
    }

    /** Messages of late that nobody has looked at, those first whose reading is least sure. */
    @Transactional(readOnly = true)
    public List<Unsure> leastSure(int most) {
        return scores.leastSure(most);
    }

    /** How well messages are read here. Takes up to a second with a thousand corrections. */
    @Transactional(readOnly = true)
    public Scorecard scorecard() {
        ScorecardReads.Coverage coverage = scores.coverage();
        return new Scorecard(
                scores.confusion(),
                scores.calibration(),
                coverage.read(),
                coverage.understood(),
                coverage.sure(),
                Gains.of(readers.base(), store.taught(MOST)));
    }
}
