package dev.rapport.understanding;

import dev.rapport.conversations.MessageId;
import dev.rapport.shared.ErasureLock;
import dev.rapport.understanding.endpoint.Answer;
import dev.rapport.understanding.endpoint.AsksEndpoint;
import dev.rapport.understanding.endpoint.Endpoint;
import dev.rapport.understanding.endpoint.Endpoints;
import dev.rapport.understanding.endpoint.Flawed;
import dev.rapport.understanding.endpoint.NoAnswer;
import dev.rapport.understanding.endpoint.Purpose;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has messages that our reader is unsure of read by a second one, the newest first, one at a time. Whatever comes of it, our
 * reading stands until there is an answer without a flaw.
 */
@Component
class ReadsUnsure {

    private static final Logger log = LoggerFactory.getLogger(ReadsUnsure.class);

    private final Endpoints endpoints;
    private final AsksEndpoint asks;
    private final SecondReadingStore store;
    private final ReadingStore readings;
    private final CorrectionStore corrections;
    private final Readers readers;
    private final ErasureLock erasures;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReadsUnsure(
            Endpoints endpoints,
            AsksEndpoint asks,
            SecondReadingStore store,
            ReadingStore readings,
            CorrectionStore corrections,
            Readers readers,
            ErasureLock erasures,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.endpoints = endpoints;
        this.asks = asks;
        this.store = store;
        this.readings = readings;
        this.corrections = corrections;
        this.readers = readers;
        this.erasures = erasures;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Asks about the next one; false when there is none or nothing may be asked now. */
    boolean readNext() {
        Optional<Endpoint> endpoint =
                endpoints.find().filter(Endpoint::reads).filter(one -> !one.isPaused(clock.instant()));
        return endpoint.isPresent()
                && store.next(endpoint.get().below(), endpoint.get().privateToo())
                        .map(message -> ask(message, endpoint.get().model()))
                        .orElse(false);
    }

    private boolean ask(ReadingStore.Unread message, String model) {
        CatalogueReader reader = readers.reader();
        Reading own = reader.read(message.words());
        var question = new SecondQuestion(message.wording(), message.words(), own, reader.catalogue(), unforeseen());
        try {
            Answer answer = asks.ask(Purpose.READING, question.task(), question.words());
            put(message, question.read(answer), reader);
            return true;
        } catch (Flawed answer) {
            endpoints.refused(answer.flaw());
            store.refuse(message.wording(), model, answer.flaw().code(), clock.instant());
            return true;
        } catch (NoAnswer none) {
            log.debug("Message {} was not read a second time: {}", message.messageId(), none.trouble());
            if (none.trouble().isOfTheWords()) {
                store.refuse(message.wording(), model, none.trouble().code(), clock.instant());
            }
            return false;
        }
    }

    /** Somebody may have been erased, or the message changed, while the other side was thinking. */
    private void put(ReadingStore.Unread message, SecondReading second, CatalogueReader reader) {
        transaction.executeWithoutResult(status -> {
            erasures.keepOut();
            if (store.keep(second, clock.instant())) {
                MessageId id = message.message();
                List<Change> said = corrections.of(List.of(id.value())).getOrDefault(message.wording(), List.of());
                ReadingStore.Read read = ReadingStore.Read.of(message, reader, second, said);
                readings.replace(List.of(read), reader.versions(), clock.instant());
                events.publishEvent(new ReadingsChanged(Set.of(id)));
            }
        });
    }

    private static String unforeseen() {
        return "message-"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
