package dev.rapport.channels;

import dev.rapport.shared.Loop;
import dev.rapport.shared.LoopsWhileServing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Keeps the channels going while the application serves: replies leave, inboxes are fetched and watched. Sending has threads
 * of its own, so a person's reply never waits for the fetching.
 */
@Component
@ConditionalOnBooleanProperty("rapport.serving")
class RunsChannels extends LoopsWhileServing {

    private static final Duration SOON = Duration.ofMillis(500);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);
    private static final int SENDERS = 3;
    private static final int FETCHERS = 8;
    private static final int FILE_FETCHERS = 2;

    private final SendsReplies sends;
    private final FetchesInboxes fetches;
    private final WatchesInboxes watches;
    private final UnreadableItems unreadable;
    private final InterpretsDeliveries deliveries;
    private final FetchesMedia media;
    private final RhythmStore rhythm;

    RunsChannels(
            SendsReplies sends,
            FetchesInboxes fetches,
            WatchesInboxes watches,
            UnreadableItems unreadable,
            InterpretsDeliveries deliveries,
            FetchesMedia media,
            RhythmStore rhythm) {
        super(STOPS_WITHIN);
        this.deliveries = deliveries;
        this.media = media;
        this.rhythm = rhythm;
        this.sends = sends;
        this.fetches = fetches;
        this.watches = watches;
        this.unreadable = unreadable;
    }

    @Override
    protected List<Loop> begin() {
        List<Loop> loops = new ArrayList<>();
        sends.tidy();
        fetches.tidy();
        for (int i = 0; i < SENDERS; i++) {
            loops.add(Loop.start("sending replies", SOON, sends::sendNext));
        }
        loops.add(Loop.start("looking for unsure replies", SOON.multipliedBy(4), sends::lookForNext));
        List<Loop> fetchers = new ArrayList<>();
        for (int i = 0; i < FETCHERS; i++) {
            fetchers.add(Loop.start("fetching inboxes", SOON.multipliedBy(2), fetches::fetchNext));
        }
        loops.addAll(fetchers);
        for (int i = 0; i < FILE_FETCHERS; i++) {
            loops.add(Loop.start("fetching files", SOON.multipliedBy(4), media::fetchNext));
        }
        loops.add(Loop.start("watching inboxes", SOON.multipliedBy(4), () -> {
            watches.keepWatch(() -> fetchers.getFirst().wake());
            return false;
        }));
        loops.add(Loop.start("looking for pending replies", MINUTE, sends::lookForNextPending));
        loops.add(Loop.start("reading deliveries", SOON, deliveries::interpretNext));
        loops.add(Loop.start("tidying channels", MINUTE, this::tidy));
        return loops;
    }

    @Override
    protected void beforeEnd() {
        watches.stop();
    }

    private boolean tidy() throws InterruptedException {
        sends.tidy();
        fetches.tidy();
        deliveries.tidy();
        unreadable.tryRested();
        rhythm.tidy();
        return false;
    }
}
