package dev.rapport.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.channels.spi.Delivery;
import dev.rapport.shared.InboxId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveriesTests {

    private static final String SECRET = "hush";

    private final ChannelsDatabase db = new ChannelsDatabase();
    private InboxId inbox = new InboxId(0);

    @BeforeEach
    void connect() {
        inbox = db.bringing("A", Map.of(FakePlaceThatDelivers.SECRET, SECRET));
    }

    @Test
    void whatIsProvenIsKeptAtOnceAndReadAfterwards() {
        assertThat(bring("1", "first\nsecond 🔋")).isEqualTo(200);
        assertThat(db.heard).isEmpty();

        readAll();

        assertThat(db.heard).containsExactly("first", "second 🔋");
        assertThat(db.deliveries.shown(inbox)).isEmpty();
        assertThat(db.inboxes.find(inbox).orElseThrow().lastHeardAt()).isNotNull();
        assertThat(db.deliveries.lastReceived(inbox)).isPresent();
    }

    @Test
    void nothingIsTakenTwiceHoweverOftenItComes() {
        bring("1", "first");
        readAll();
        assertThat(bring("1", "first")).isEqualTo(200);
        assertThat(bring(null, "unnumbered")).isEqualTo(200);
        assertThat(bring(null, "unnumbered")).isEqualTo(200);
        readAll();

        assertThat(db.heard).containsExactly("first", "unnumbered");
        assertThat(rows("true")).isEqualTo(2);
    }

    @Test
    void wordsOfWhatWasTakenStandInTheMessagesOnly() {
        bring("1", "first");
        readAll();

        assertThat(rows("state = 'TAKEN' and body = '' and headers = '{}'")).isEqualTo(1);
    }

    @Test
    void withoutAGoodSignatureNothingIsKept() {
        byte[] body = "first".getBytes(StandardCharsets.UTF_8);

        assertThat(take("A", Map.of(), body)).isEqualTo(401);
        assertThat(take("A", Map.of("x-signature", "sha256=00"), body)).isEqualTo(401);
        assertThat(take("A", Map.of("x-signature", FakePlaceThatDelivers.signed("other", body)), body))
                .isEqualTo(401);
        assertThat(take("nowhere", Map.of(), body)).isEqualTo(404);
        assertThat(db.deliveries
                        .take("fake", "door-A", delivery(Map.of(), body))
                        .status())
                .isEqualTo(404);
        assertThat(rows("true")).isZero();
    }

    @Test
    void addressIsInertUntilASecretIsSet() {
        db.bringing("Mute", Map.of());
        byte[] body = "first".getBytes(StandardCharsets.UTF_8);

        assertThat(take("Mute", Map.of("x-signature", FakePlaceThatDelivers.signed("any", body)), body))
                .isEqualTo(404);
    }

    @Test
    void formerSecretCountsWhileItIsExchanged() {
        InboxId both = db.bringing("Both", Map.of("signing", "new", "signing.former", "old"));
        byte[] body = "first".getBytes(StandardCharsets.UTF_8);

        for (String secret : List.of("new", "old")) {
            assertThat(take("Both", Map.of("x-signature", FakePlaceThatDelivers.signed(secret, body)), body))
                    .isEqualTo(200);
        }
        assertThat(db.deliveries.lastReceived(both)).isPresent();
    }

    @Test
    void questionIsAnsweredAndNotKept() {
        Delivery question = new Delivery("GET", Map.of(), Map.of("challenge", "4711"), new byte[0], Instant.now());

        assertThat(db.deliveries.take("brings", "door-A", question).text()).isEqualTo("4711");
        assertThat(rows("true")).isZero();
    }

    @Test
    void whatNobodyHereKnowsIsKeptAndShownAndTheRestIsTaken() {
        bring("1", "to Leila\nfor us");
        readAll();

        assertThat(db.heard).containsExactly("for us");
        assertThat(db.deliveries.shown(inbox)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(DeliveryState.UNROUTED);
            assertThat(one.why()).contains("Leila");
        });
    }

    @Test
    void poisonIsParkedAfterFiveTriesAndNotInTheWay() {
        bring("1", "good\n?");
        bring("2", "behind");
        for (int tries = 0; tries < 5; tries++) {
            readAll();
            db.sql.sql("update channels.deliveries set due_at = now()").update();
        }

        assertThat(db.heard).containsExactly("good", "behind");
        assertThat(db.deliveries.shown(inbox)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(DeliveryState.PARKED);
            assertThat(one.tries()).isEqualTo(5);
            assertThat(one.why()).isEqualTo("A line cannot be read");
        });
    }

    @Test
    void parkedDeliveryIsReadAgainOnceItCanBe() {
        db.brings.breaks = true;
        bring("1", "late");
        db.interprets.interpretNext();
        long id = db.deliveries.shown(inbox).getFirst().id();
        assertThat(db.deliveries.replay(id)).isEqualTo(DeliveryState.PARKED);

        db.brings.breaks = false;
        assertThat(db.deliveries.replay(id)).isEqualTo(DeliveryState.TAKEN);

        assertThat(db.heard).containsExactly("late");
        assertThat(db.deliveries.replay(id)).isEqualTo(DeliveryState.TAKEN);
        assertThat(db.heard).hasSize(1);
    }

    @Test
    void failingIntakeLosesNothing() {
        bring("1", "first");
        db.intakeFails = true;
        db.interprets.interpretNext();
        assertThat(db.heard).isEmpty();

        db.intakeFails = false;
        db.sql.sql("update channels.deliveries set due_at = now()").update();
        readAll();
        assertThat(db.heard).containsExactly("first");
    }

    @Test
    void pausedInboxKeepsWhatIsBroughtUntilItGoesOn() {
        db.inboxes.pause(inbox);
        assertThat(bring("1", "first")).isEqualTo(200);
        readAll();
        assertThat(db.heard).isEmpty();

        db.inboxes.resume(inbox);
        readAll();
        assertThat(db.heard).containsExactly("first");
    }

    @Test
    void placeIsAskedToComeAgainWhenNothingCanBeStored() {
        db.sql.sql("alter table channels.deliveries rename to gone").update();

        assertThat(bring("1", "first")).isEqualTo(503);
    }

    private int bring(@Nullable String id, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        String signature = FakePlaceThatDelivers.signed(SECRET, body);
        return take(
                "A",
                id == null ? Map.of("x-signature", signature) : Map.of("x-signature", signature, "x-id", id),
                body);
    }

    private int take(String name, Map<String, String> headers, byte[] body) {
        return db.deliveries
                .take("brings", "door-" + name, delivery(headers, body))
                .status();
    }

    private static Delivery delivery(Map<String, String> headers, byte[] body) {
        return new Delivery("POST", headers, Map.of(), body, Instant.now());
    }

    private void readAll() {
        while (db.interprets.interpretNext()) {
            // until nothing is due
        }
    }

    private long rows(String which) {
        return db.sql
                .sql("select count(*) from channels.deliveries where " + which)
                .single(Long.class);
    }
}
