package dev.rapport.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.channels.spi.Heard.Visibility;
import dev.rapport.channels.spi.Reply;
import dev.rapport.shared.InboxId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunsChannelsTests {

    private final ChannelsDatabase db = new ChannelsDatabase();

    @Test
    void messagesComeInAndRepliesLeaveUntilItIsStopped() throws Exception {
        InboxId inbox = db.inbox("Fake");
        db.place.said.add("hello");
        CountDownLatch left = new CountDownLatch(1);
        db.place.trouble = new FakeConnector.Trouble() {
            @Override
            public void after(Reply reply) {
                left.countDown();
            }
        };
        RunsChannels runs = new RunsChannels(
                db.sender(Duration.ofSeconds(20)),
                db.fetches,
                new WatchesInboxes(db.inboxStore, db.connectors, db.connections),
                db.unreadable,
                db.interprets,
                db.media,
                new RhythmStore(db.sql));

        runs.start();
        queue(inbox, "good morning");
        assertThat(left.await(2, TimeUnit.MINUTES)).isTrue();
        assertThat(db.firstHeard.await(2, TimeUnit.MINUTES)).isTrue();
        runs.stop();

        assertThat(runs.isRunning()).isFalse();
        UUID late = queue(inbox, "too late for today");
        assertThat(db.outbox.find(late).orElseThrow().state()).isEqualTo(ReplyState.QUEUED);
        assertThat(db.heard).containsExactly("hello");
        assertThat(db.place.received).extracting(Reply::text).containsExactly("good morning");
        assertThat(db.delivered).hasSize(1);
    }

    private UUID queue(InboxId inbox, String text) {
        Reply reply = new Reply(
                UUID.randomUUID(),
                List.of("amira"),
                null,
                text,
                null,
                List.of(),
                null,
                Visibility.PRIVATE,
                Instant.EPOCH);
        db.transaction.executeWithoutResult(status -> db.outbox.queue(new QueueReply(inbox, 1, 1, reply)));
        return reply.key();
    }
}
