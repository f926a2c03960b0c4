package dev.rapport.channels;

import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Intake;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    private final ObjectProvider<Intake> intake;

    TakesPages(InboxStore inboxes, UnreadableStore unreadable, ObjectProvider<Intake> intake) {
        this.inboxes = inboxes;
        this.unreadable = unreadable;
        this.intake = intake;
    }

    @Transactional
    public void take(ClaimedInbox inbox, Claimant by, Page page) {
        List<Heard> heard = new ArrayList<>();
        for (Item item : page.items()) {
            switch (item) {
                case Item.Read read -> heard.add(read.heard());
                case Item.Unreadable broken -> unreadable.keep(inbox.id(), broken);
            }
        }
        int added = accept(inbox.id(), inbox.madeAt(), heard);
        advance(inbox.id(), by, page.next(), added > 0);
    }

    /** Sets an item aside that broke every attempt to fetch it, and goes on behind it. */
    @Transactional
    public void passOver(ClaimedInbox inbox, Claimant by, Item.Unreadable item, Cursor past) {
        unreadable.keep(inbox.id(), item);
        advance(inbox.id(), by, past, false);
    }

    /** Takes messages in, those from long before the inbox was connected as history; returns how many were new. */
    int accept(InboxId inbox, Instant madeAt, List<Heard> heard) {
        Instant live = madeAt.minus(LIVE_BEFORE);
        Map<Boolean, List<Heard>> byAge = heard.stream()
                .collect(Collectors.partitioningBy(one -> one.saidAt().isBefore(live)));
        return accept(inbox, byAge.getOrDefault(true, List.of()), true)
                + accept(inbox, byAge.getOrDefault(false, List.of()), false);
    }

    private int accept(InboxId inbox, List<Heard> heard, boolean history) {
        return heard.isEmpty()
                ? 0
                : intake.getObject().accept(inbox, heard, history).added();
    }

    private void advance(InboxId inbox, Claimant by, Cursor cursor, boolean heardSomething) {
        if (!inboxes.advance(inbox, by, cursor, heardSomething)) {
            throw new IllegalStateException("Somebody else has taken over inbox " + inbox.value());
        }
    }
}
