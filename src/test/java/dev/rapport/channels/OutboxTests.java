package dev.rapport.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard.Visibility;
import dev.rapport.channels.spi.Reply;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

class OutboxTests {

    private static final UserId PRIYA = new UserId(4);

    private final ChannelsDatabase db = new ChannelsDatabase();
    private final SendsReplies sender = db.sender(Duration.ofSeconds(20));
    private InboxId inbox = new InboxId(0);

    @BeforeEach
    void connect() {
        inbox = db.inbox("Fake");
    }

    @Test
    void replyLeavesOnceAndEverybodyKnowsIt() throws Exception {
        UUID key = queue(1, "hello");

        assertThat(sender.sendNext()).isTrue();
        assertThat(sender.sendNext()).isFalse();

        assertThat(state(key)).isEqualTo(ReplyState.SENT);
        assertThat(db.place.received).extracting(Reply::text).containsExactly("hello");
        assertThat(db.place.received.getFirst().references()).containsExactly("m0", "m1");
        assertThat(db.delivered).containsExactly(key);
        assertThat(db.events).containsExactly(new ReplySent(inbox, key, 1, 11));
    }

    @Test
    void replyIsQueuedInTheTransactionOfItsMessageOrNotAtAll() {
        assertThatThrownBy(() -> db.outbox.queue(command(1, reply("alone"))))
                .isInstanceOf(IllegalTransactionStateException.class);

        Reply undone = reply("undone");
        db.transaction.executeWithoutResult(status -> {
            db.outbox.queue(command(1, undone));
            status.setRollbackOnly();
        });
        assertThat(db.outbox.find(undone.key())).isEmpty();
    }

    @Test
    void replyWaitsUntilItCanNoLongerBeTakenBack() throws Exception {
        Reply reply = reply("wait");
        db.transaction.executeWithoutResult(status -> db.outboxStore.insert(command(1, reply), Duration.ofMinutes(10)));

        assertThat(sender.sendNext()).isFalse();
        assertThat(db.outbox.takeBack(reply.key())).isTrue();
        assertThat(state(reply.key())).isEqualTo(ReplyState.TAKEN_BACK);
        assertThat(sender.sendNext()).isFalse();
        assertThat(db.place.received).isEmpty();
    }

    @Test
    void sentReplyCannotBeTakenBack() throws Exception {
        UUID key = queue(1, "gone");
        sender.sendNext();

        assertThat(db.outbox.takeBack(key)).isFalse();
        assertThat(state(key)).isEqualTo(ReplyState.SENT);
    }

    @Test
    void twoWorkersAtOnceNeverSendTwice() throws Exception {
        for (int i = 0; i < 20; i++) {
            queue(i, "reply " + i);
        }
        CyclicBarrier together = new CyclicBarrier(2);
        Runnable worker = () -> {
            try {
                together.await();
                while (sender.sendNext()) {
                    Thread.yield();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        Thread first = Thread.ofPlatform().start(worker);
        Thread second = Thread.ofPlatform().start(worker);
        first.join();
        second.join();
        while (sender.sendNext()) {
            Thread.yield();
        }

        assertThat(db.place.received).extracting(Reply::key).hasSize(20).doesNotHaveDuplicates();
        assertThat(db.delivered).hasSize(20);
    }

    @Test
    void repliesOfOneConversationLeaveInTheirOrder() throws Exception {
        UUID first = queue(1, "first");
        queue(1, "second");
        db.place.trouble = failing(new Fault.Broken("not now"));

        assertThat(sender.sendNext()).isTrue();
        assertThat(sender.sendNext()).isFalse();
        assertThat(state(first)).isEqualTo(ReplyState.QUEUED);

        db.place.trouble = new FakeConnector.Trouble() {};
        makeDue(first);
        assertThat(sender.sendNext()).isTrue();
        assertThat(sender.sendNext()).isTrue();
        assertThat(db.place.received).extracting(Reply::text).containsExactly("first", "second");
    }

    @Test
    void declinedReplyIsNotTriedAgain() throws Exception {
        UUID key = queue(1, "no");
        db.place.trouble = failing(new Fault.Refused("too long"));

        sender.sendNext();

        assertThat(state(key)).isEqualTo(ReplyState.REFUSED);
        assertThat(db.events).containsExactly(new ReplyRefused(inbox, key, 1, 11, "too long"));
        assertThat(sender.sendNext()).isFalse();
    }

    @Test
    void expiredKeyKeepsTheReplyAndStopsTheInboxUntilSomebodySignsIn() throws Exception {
        UUID key = queue(1, "kept");
        db.place.trouble = failing(new Fault.Auth("wrong password"));

        sender.sendNext();

        assertThat(db.inboxes.find(inbox)).hasValueSatisfying(one -> {
            assertThat(one.state()).isEqualTo(InboxState.NEEDS_SIGN_IN);
            assertThat(one.stateWhy()).isEqualTo("wrong password");
        });
        assertThat(state(key)).isEqualTo(ReplyState.QUEUED);
        assertThat(sender.sendNext()).isFalse();

        db.place.trouble = new FakeConnector.Trouble() {};
        db.inboxes.resume(inbox);
        assertThat(sender.sendNext()).isTrue();
        assertThat(state(key)).isEqualTo(ReplyState.SENT);
    }

    @Test
    void attemptThatTookTooLongIsUnsureAndFoundInsteadOfRepeated() throws Exception {
        UUID key = queue(1, "slow");
        CountDownLatch never = new CountDownLatch(1);
        db.place.trouble = new FakeConnector.Trouble() {
            @Override
            public void after(Reply reply) {
                try {
                    never.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        };

        db.sender(Duration.ofMillis(300)).sendNext();
        assertThat(state(key)).isEqualTo(ReplyState.UNSURE);
        assertThat(sender.sendNext()).isFalse();

        assertThat(sender.lookForNext()).isTrue();
        assertThat(state(key)).isEqualTo(ReplyState.SENT);
        assertThat(db.place.received).hasSize(1);
        assertThat(db.delivered).containsExactly(key);
    }

    @Test
    void attemptThatCertainlyDidNotArriveIsMadeAgain() throws Exception {
        UUID key = queue(1, "lost on the way");
        db.place.trouble = failing(new Fault.Unsure("connection lost", new IllegalStateException()));
        sender.sendNext();
        assertThat(state(key)).isEqualTo(ReplyState.UNSURE);

        db.place.trouble = new FakeConnector.Trouble() {};
        sender.lookForNext();
        assertThat(state(key)).isEqualTo(ReplyState.QUEUED);
        sender.sendNext();

        assertThat(state(key)).isEqualTo(ReplyState.SENT);
        assertThat(db.place.received).hasSize(1);
    }

    @Test
    void whenNobodyCanTellAPersonIsAskedOnceAndNothingIsSent() throws Exception {
        UUID key = unsureForEver();

        assertThat(db.outbox.find(key)).hasValueSatisfying(one -> {
            assertThat(one.state()).isEqualTo(ReplyState.UNSURE);
            assertThat(one.isForPerson()).isTrue();
        });
        makeDue(key);
        sender.lookForNext();
        assertThat(db.events).containsExactly(new ReplyUnsure(inbox, key, 1, 11));
        assertThat(sender.sendNext()).isFalse();
        assertThat(db.place.received).hasSize(1);
    }

    @Test
    void personDecidesThatItArrived() throws Exception {
        UUID key = unsureForEver();

        assertThat(db.outbox.settleAsSent(key, PRIYA)).isTrue();
        assertThat(db.outbox.settleAsSent(key, PRIYA)).isFalse();
        assertThat(db.outbox.settleAsNotSent(key, PRIYA)).isFalse();

        assertThat(state(key)).isEqualTo(ReplyState.SENT);
        assertThat(db.delivered).containsExactly(key);
    }

    @Test
    void personDecidesThatItDidNotAndItIsSentAgainUnderTheSameKey() throws Exception {
        UUID key = unsureForEver();
        db.place.trouble = new FakeConnector.Trouble() {};

        assertThat(db.outbox.settleAsNotSent(key, PRIYA)).isTrue();
        sender.sendNext();

        assertThat(state(key)).isEqualTo(ReplyState.SENT);
        assertThat(db.place.received).extracting(Reply::key).containsExactly(key, key);
    }

    @Test
    void replyOfAKilledProcessIsUnsureAfterTheRestart() throws Exception {
        UUID key = queue(1, "half sent");
        Claimant killed = new Claimant(Claimant.me().host(), Claimant.me().pid(), 1);
        db.outboxStore.claimDue(killed, Duration.ofHours(1));

        sender.tidy();

        assertThat(state(key)).isEqualTo(ReplyState.UNSURE);
        sender.lookForNext();
        assertThat(state(key)).isEqualTo(ReplyState.QUEUED);
    }

    @Test
    void replyThatSomebodyElseIsSendingIsLeftAlone() throws Exception {
        UUID key = queue(1, "elsewhere");
        db.outboxStore.claimDue(new Claimant("another-host", 7, 7), Duration.ofHours(1));

        sender.tidy();

        assertThat(state(key)).isEqualTo(ReplyState.SENDING);
        assertThat(sender.sendNext()).isFalse();
    }

    @Test
    void thatItWasSentIsWrittenDownAlsoWhenTheConversationCannotBeTold() throws Exception {
        UUID key = queue(1, "told later");
        db.intakeFails = true;
        sender.sendNext();
        assertThat(state(key)).isEqualTo(ReplyState.SENT);
        assertThat(db.events).isEmpty();

        db.intakeFails = false;
        sender.tidy();
        sender.tidy();

        assertThat(db.delivered).containsExactly(key);
        assertThat(db.events).containsExactly(new ReplySent(inbox, key, 1, 11));
    }

    @Test
    void pausedInboxKeepsItsReplies() throws Exception {
        UUID key = queue(1, "paused");
        db.inboxes.pause(inbox);

        assertThat(sender.sendNext()).isFalse();
        assertThat(state(key)).isEqualTo(ReplyState.QUEUED);
    }

    private UUID unsureForEver() throws InterruptedException {
        UUID key = queue(1, "who knows");
        db.place.remembersReplies = false;
        db.place.trouble = new FakeConnector.Trouble() {
            @Override
            public void after(Reply reply) {
                throw new Fault.Unsure("connection lost", new IllegalStateException());
            }
        };
        sender.sendNext();
        sender.lookForNext();
        return key;
    }

    private static FakeConnector.Trouble failing(Fault fault) {
        return new FakeConnector.Trouble() {
            @Override
            public void before(Reply reply) {
                throw fault;
            }
        };
    }

    private void makeDue(UUID key) {
        db.sql
                .sql("update channels.outbox set not_before = now() where key = :key")
                .param("key", key)
                .updateOne();
    }

    private ReplyState state(UUID key) {
        return db.outbox.find(key).orElseThrow().state();
    }

    private UUID queue(long conversation, String text) {
        Reply reply = reply(text);
        db.transaction.executeWithoutResult(status -> db.outbox.queue(command(conversation, reply)));
        return reply.key();
    }

    private QueueReply command(long conversation, Reply reply) {
        return new QueueReply(inbox, conversation, conversation + 10, reply);
    }

    private static Reply reply(String text) {
        return new Reply(
                UUID.randomUUID(),
                List.of("amira"),
                null,
                text,
                "m1",
                List.of("m0", "m1"),
                null,
                Visibility.PRIVATE,
                Instant.parse("2026-03-03T10:00:00Z"));
    }
}
