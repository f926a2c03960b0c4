package dev.rapport.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Item;
import dev.rapport.shared.InboxId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FetchesInboxesTests {

    private final ChannelsDatabase db = new ChannelsDatabase();
    private InboxId inbox = new InboxId(0);

    @BeforeEach
    void connect() {
        inbox = db.inbox("Fake");
    }

    @Test
    void everyPageIsKeptWithThePlaceItGoesUpTo() throws Exception {
        db.place.said.addAll(java.util.List.of("one", "two", "three"));

        assertThat(db.fetches.fetchNext()).isTrue();
        assertThat(db.fetches.fetchNext()).isFalse();

        assertThat(db.heard).containsExactly("one", "two", "three");
        assertThat(cursor()).isEqualTo("3");
        assertThat(found().state()).isEqualTo(InboxState.OK);
        assertThat(found().lastHeardAt()).isNotNull();
    }

    @Test
    void failingIntakeLeavesThePlaceWhereItWas() throws Exception {
        db.place.said.add("one");
        db.intakeFails = true;

        db.fetches.fetchNext();

        assertThat(cursor()).isNull();
        assertThat(found().state()).isEqualTo(InboxState.BROKEN);
        assertThat(found().deafSince()).isNotNull();

        db.intakeFails = false;
        db.makeDue(inbox);
        db.fetches.fetchNext();
        assertThat(db.heard).containsExactly("one");
        assertThat(found().state()).isEqualTo(InboxState.OK);
        assertThat(found().deafSince()).isNull();
    }

    @Test
    void unreadableItemIsKeptAndNotInTheWay() throws Exception {
        db.place.said.add("before");
        db.place.sayBroken();
        db.place.said.add("after");

        db.fetches.fetchNext();

        assertThat(db.heard).containsExactly("before", "after");
        assertThat(db.unreadable.waiting(inbox)).singleElement().satisfies(item -> {
            assertThat(item.remoteId()).isEqualTo("m1");
            assertThat(item.why()).isEqualTo("Nobody can read this");
        });
    }

    @Test
    void unreadableItemIsTakenInOnceItCanBeRead() throws Exception {
        db.place.sayBroken();
        db.fetches.fetchNext();
        long item = db.unreadable.waiting(inbox).getFirst().id();

        assertThat(db.unreadable.tryAgain(item)).isFalse();
        assertThat(db.unreadable.waiting(inbox).getFirst().tries()).isEqualTo(2);

        db.place.repaired = kept -> new Item.Read(FakeConnector.heard(kept.remoteId(), "now readable"));
        assertThat(db.unreadable.tryAgain(item)).isTrue();
        assertThat(db.unreadable.tryAgain(item)).isTrue();
        assertThat(db.heard).containsExactly("now readable");
        assertThat(db.unreadable.waiting(inbox)).isEmpty();
    }

    @Test
    void itemThatBreaksEveryFetchIsPassedOverAfterThreeTries() throws Exception {
        Item.Unreadable item = new Item.Unreadable("m0", new byte[0], "breaks off");
        db.place.said.addAll(java.util.List.of("poison", "behind"));
        db.place.fetchFault = new Fault.Stuck("breaks off", new IllegalStateException(), item, new Cursor("1"));
        for (int i = 0; i < 2; i++) {
            db.fetches.fetchNext();
            assertThat(db.unreadable.waiting(inbox)).isEmpty();
            db.makeDue(inbox);
        }
        db.place.faultOnlyAtStart = true;
        db.fetches.fetchNext();

        assertThat(db.unreadable.waiting(inbox)).hasSize(1);
        assertThat(db.heard).containsExactly("behind");
    }

    @Test
    void refusedKeyAsksForASignInAndKeepsEverything() throws Exception {
        db.place.said.add("one");
        db.fetches.fetchNext();
        db.place.fetchFault = new Fault.Auth("wrong password");
        db.makeDue(inbox);
        db.fetches.fetchNext();

        assertThat(found().state()).isEqualTo(InboxState.NEEDS_SIGN_IN);
        db.makeDue(inbox);
        assertThat(db.fetches.fetchNext()).isFalse();

        db.place.fetchFault = null;
        db.place.said.add("two");
        db.inboxes.change(new ChangeInbox(inbox, "Fake", Map.of("region", "south"), Map.of("password", "good")));
        db.fetches.fetchNext();
        assertThat(db.heard).containsExactly("one", "two");
        assertThat(found().settings()).containsEntry("region", "south");
        assertThat(found().state()).isEqualTo(InboxState.OK);
    }

    @Test
    void tooFastIsHeeded() throws Exception {
        db.place.fetchFault = new Fault.Slow("limit", Instant.now().plusSeconds(3600));
        db.fetches.fetchNext();

        assertThat(secondsToNextRun()).isBetween(3000L, 3600L);
    }

    @Test
    void placeThatAsksForPatienceAfterSomePagesWasHeard() throws Exception {
        db.place.said.addAll(java.util.List.of("one", "two", "three"));
        db.place.slowAfter = "2";
        db.fetches.fetchNext();

        assertThat(found().state()).isEqualTo(InboxState.OK);
        assertThat(found().deafSince()).isNull();
        assertThat(secondsToNextRun()).isBetween(3000L, 3600L);

        db.place.slowAfter = "";
        db.makeDue(inbox);
        db.fetches.fetchNext();
        assertThat(db.heard).containsExactly("one", "two", "three");
    }

    @Test
    void failuresWaitLongerAndLonger() throws Exception {
        db.place.fetchFault = new Fault.Broken("down");
        db.fetches.fetchNext();
        long first = secondsToNextRun();
        db.makeDue(inbox);
        db.fetches.fetchNext();
        db.makeDue(inbox);
        db.fetches.fetchNext();

        assertThat(secondsToNextRun()).isGreaterThan(first);
    }

    @Test
    void inboxIsFetchedByOneAtATimeAndADeadOnesClaimIsOver() throws Exception {
        Claimant killed = new Claimant(Claimant.me().host(), Claimant.me().pid(), 1);
        assertThat(db.inboxStore.claimDue(killed, Duration.ofHours(1))).isPresent();
        assertThat(db.fetches.fetchNext()).isFalse();

        db.fetches.tidy();

        assertThat(db.fetches.fetchNext()).isTrue();
    }

    @Test
    void whoLostTheClaimKeepsNothing() {
        assertThat(db.inboxStore.advance(inbox, Claimant.me(), new Cursor("9"), true))
                .isFalse();
    }

    @Test
    void pausedInboxIsNotFetchedAndStaysPaused() throws Exception {
        db.inboxes.pause(inbox);
        assertThat(db.fetches.fetchNext()).isFalse();
        db.inboxes.resume(inbox);
        assertThat(db.fetches.fetchNext()).isTrue();
    }

    @Test
    void keyThatRunsOutSoonIsSaid() throws Exception {
        db.inboxes.change(new ChangeInbox(
                inbox,
                "Fake",
                Map.of("expires", Instant.now().plus(Duration.ofDays(2)).toString()),
                Map.of()));
        db.fetches.fetchNext();

        assertThat(found().state()).isEqualTo(InboxState.EXPIRING);
    }

    private Inbox found() {
        return db.inboxes.find(inbox).orElseThrow();
    }

    private @org.jspecify.annotations.Nullable String cursor() {
        return db.sql
                .sql("select cursor from channels.inboxes where id = :id")
                .param("id", inbox)
                .single((row, n) -> Optional.ofNullable(row.getString(1)))
                .orElse(null);
    }

    private long secondsToNextRun() {
        return db.sql
                .sql("select extract(epoch from next_run_at - now())::bigint from channels.inboxes where id = :id")
                .param("id", inbox)
                .single((row, n) -> row.getLong(1));
    }
}
