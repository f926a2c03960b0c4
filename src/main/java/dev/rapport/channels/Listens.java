package dev.rapport.channels;

import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Page;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks a place for what is listened for there, and looks again at messages that may have changed, after an inbox was fetched.
 * What fails here fails alone: what is said to us is heard all the same.
 */
@Component
class Listens {

    private static final Logger log = LoggerFactory.getLogger(Listens.class);

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int PAGES = 5;
    private static final int LOOKS = 4;

    private final SearchStore searches;
    private final LookStore looks;
    private final InboxStore inboxes;
    private final TakesPages pages;
    private final Clock clock;
    private final Duration every;

    Listens(
            SearchStore searches,
            LookStore looks,
            InboxStore inboxes,
            TakesPages pages,
            Clock clock,
            @Value("${rapport.channels.listen:5m}") Duration every) {
        this.searches = searches;
        this.looks = looks;
        this.inboxes = inboxes;
        this.pages = pages;
        this.clock = clock;
        this.every = every;
    }

    void listen(ClaimedInbox inbox, Connector connector, Connection connection) throws InterruptedException {
        for (SavedSearch due : searches.due(inbox.id())) {
            if (!pages.hasRoom()) {
                return;
            }
            try {
                searches.rest(due.id(), ask(inbox, connector, connection, due) ? Duration.ZERO : every);
            } catch (Fault.Auth refused) {
                throw refused;
            } catch (Fault.Slow slow) {
                searches.fail(due.id(), said(slow), Waiting.until(slow.until(), clock.instant()));
            } catch (Fault | TimeLimit.Over failed) {
                searches.fail(due.id(), said(failed), Waiting.after(due.failures() + 1));
            }
        }
    }

    /** Returns true when there is more than was asked for now. */
    private boolean ask(ClaimedInbox inbox, Connector connector, Connection connection, SavedSearch due)
            throws InterruptedException {
        String us = inboxes.find(inbox.id()).map(Inbox::address).orElse(null);
        Sieve sieve = new Sieve(wanted(due), us, due.dailyBudget() - due.taken());
        Cursor cursor = due.cursor();
        for (int number = 0; number < PAGES; number++) {
            Cursor after = cursor;
            Page page = TimeLimit.call("listening", LIMIT, () -> connector.search(connection, due.search(), after));
            pages.takeFound(inbox, connector, due, sieve.sift(page.items()), page);
            cursor = page.next();
            if (!page.more()) {
                return false;
            }
        }
        return true;
    }

    /** Looks again at messages whose time has come. */
    void lookAgain(ClaimedInbox inbox, Connector connector, Connection connection) throws InterruptedException {
        if (!connector.looksAgain()) {
            return;
        }
        String network = inboxes.find(inbox.id()).map(Inbox::network).orElse("");
        for (int number = 0; number < LOOKS; number++) {
            List<LookStore.Look> due = looks.due(inbox.id(), network);
            if (due.isEmpty()) {
                return;
            }
            try {
                List<Item> changed = TimeLimit.call(
                        "looking again",
                        LIMIT,
                        () -> connector.lookAgain(
                                connection,
                                due.stream().map(LookStore.Look::known).toList()));
                pages.takeAgain(inbox, due, changed);
            } catch (Fault.Auth refused) {
                throw refused;
            } catch (RuntimeException failed) {
                log.debug(
                        "Looking again at messages of inbox {} failed",
                        inbox.id().value(),
                        failed);
                looks.postpone(inbox.id(), due);
                return;
            }
        }
    }

    private static SaveSearch wanted(SavedSearch due) {
        return new SaveSearch(
                due.inbox(), due.search(), due.languages(), due.excluded(), due.share(), due.dailyBudget());
    }

    private static String said(RuntimeException failure) {
        return String.valueOf(failure.getMessage());
    }
}
