package dev.rapport.channels;

import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Intake;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Limits;
import dev.rapport.channels.spi.Page;
import dev.rapport.shared.InboxId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a page: what was heard, what could not be read and how far it goes, all of it or nothing. */
@Component
class TakesPages {

    /** What was said longer before the inbox was connected is history: it is read and counted but starts nothing. */
    private static final Duration LIVE_BEFORE = Duration.ofDays(7);

    private final InboxStore inboxes;
    private final UnreadableStore unreadable;
    private final RhythmStore rhythm;
    private final LookStore looks;
    private final MediaStore media;
    private final SearchStore searches;
    private final ObjectProvider<Intake> intake;

    TakesPages(
            InboxStore inboxes,
            UnreadableStore unreadable,
            RhythmStore rhythm,
            LookStore looks,
            MediaStore media,
            SearchStore searches,
            ObjectProvider<Intake> intake) {
        this.inboxes = inboxes;
        this.unreadable = unreadable;
        this.rhythm = rhythm;
        this.looks = looks;
        this.media = media;
        this.searches = searches;
        this.intake = intake;
    }

    /** Whether more can be taken now. */
    boolean hasRoom() {
        return intake.getObject().hasRoom();
    }

    @Transactional
    public void take(ClaimedInbox inbox, Claimant by, Connector connector, Page page) {
        rhythm.endSilence(inbox.id());
        int added = keep(inbox, connector, page.items());
        keepLimits(inbox.id(), page.limits());
        advance(inbox.id(), by, page.next(), added > 0);
    }

    /** Keeps what a search found and how far it went. */
    @Transactional
    public void takeFound(ClaimedInbox inbox, Connector connector, SavedSearch search, Sieve.Sifted sifted, Page page) {
        keep(inbox, connector, sifted.taken());
        keepLimits(inbox.id(), page.limits());
        searches.advance(search.id(), page.next(), sifted.taken().size(), sifted.passed());
    }

    /** Keeps what became of messages that were looked at again. */
    @Transactional
    public void takeAgain(ClaimedInbox inbox, List<LookStore.Look> looked, List<Item> changed) {
        Set<String> gone = new HashSet<>();
        for (Item item : changed) {
            if (item instanceof Item.Read read) {
                intake.getObject().accept(inbox.id(), List.of(read.heard()), false);
                if (read.heard().kind() == Heard.Kind.DELETED) {
                    gone.add(read.heard().id());
                } else {
                    looks.revised(inbox.id(), read.heard());
                }
            }
        }
        looks.looked(inbox.id(), looked, gone);
    }

    /** Sets an item aside that broke every attempt to fetch it, and goes on behind it. */
    @Transactional
    public void passOver(ClaimedInbox inbox, Claimant by, Item.Unreadable item, Cursor past) {
        unreadable.keep(inbox.id(), item);
        advance(inbox.id(), by, past, false);
    }

    /** Takes messages in that a place delivered, those from long before the inbox was connected as history. */
    int accept(InboxId inbox, Instant madeAt, List<Heard> heard) {
        Instant live = madeAt.minus(LIVE_BEFORE);
        Map<Boolean, List<Heard>> byAge = heard.stream()
                .collect(Collectors.partitioningBy(one -> one.saidAt().isBefore(live)));
        return accept(inbox, byAge.getOrDefault(true, List.of()), true)
                + accept(inbox, byAge.getOrDefault(false, List.of()), false);
    }

    private int accept(InboxId inbox, List<Heard> heard, boolean history) {
        if (heard.isEmpty()) {
            return 0;
        }
        Intake.Accepted accepted = intake.getObject().accept(inbox, heard, history);
        if (!history) {
            Set<String> isNew = Set.copyOf(accepted.newIds());
            rhythm.count(
                    inbox,
                    accepted.added(),
                    heard.stream()
                            .filter(one -> isNew.contains(one.id()))
                            .map(Heard::saidAt)
                            .toList());
        }
        return accepted.added();
    }

    private int keep(ClaimedInbox inbox, Connector connector, List<Item> items) {
        Instant live = inbox.madeAt().minus(LIVE_BEFORE);
        List<Item.Read> history = new ArrayList<>();
        List<Item.Read> now = new ArrayList<>();
        for (Item item : items) {
            switch (item) {
                case Item.Read read -> (read.heard().saidAt().isBefore(live) ? history : now).add(read);
                case Item.Unreadable broken -> unreadable.keep(inbox.id(), broken);
            }
        }
        return accept(inbox.id(), connector, history, true) + accept(inbox.id(), connector, now, false);
    }

    private int accept(InboxId inbox, Connector connector, List<Item.Read> items, boolean history) {
        if (items.isEmpty()) {
            return 0;
        }
        List<Heard> heard = items.stream().map(Item.Read::heard).toList();
        Intake.Accepted accepted = intake.getObject().accept(inbox, heard, history);
        Set<String> isNew = Set.copyOf(accepted.newIds());
        List<Item.Read> fresh =
                items.stream().filter(one -> isNew.contains(one.heard().id())).toList();
        if (!history) {
            rhythm.count(
                    inbox,
                    accepted.added(),
                    fresh.stream().map(one -> one.heard().saidAt()).toList());
        }
        media.keep(inbox, fresh);
        if (connector.looksAgain()) {
            looks.keep(inbox, fresh);
        }
        return accepted.added();
    }

    private void keepLimits(InboxId inbox, @Nullable Limits limits) {
        if (limits != null) {
            rhythm.limits(inbox, limits);
        }
    }

    private void advance(InboxId inbox, Claimant by, Cursor cursor, boolean heardSomething) {
        if (!inboxes.advance(inbox, by, cursor, heardSomething)) {
            throw new IllegalStateException("Somebody else has taken over inbox " + inbox.value());
        }
    }
}
