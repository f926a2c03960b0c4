package dev.rapport.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard.Visibility;
import dev.rapport.channels.spi.Reply;
import dev.rapport.shared.InboxId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replies that their place took without an id, since a moderator sees them first. */
class PendingRepliesTests {

    private final ChannelsDatabase db = new ChannelsDatabase();
    private final SendsReplies sends = db.sender(Duration.ofSeconds(20));
    private InboxId inbox = new InboxId(0);

    @BeforeEach
    void moderate() {
        inbox = db.inbox("Forum");
        db.place.trouble = new FakeConnector.Trouble() {
            @Override
            public void before(Reply reply) {
                throw Fault.Unsure.pending("It waits for a moderator.");
            }
        };
    }

    @Test
    void replyWithAModeratorIsNeitherSentNorSentAgain() throws Exception {
        Reply reply = queue();
        sends.sendNext();
        assertThat(state(reply)).isEqualTo(ReplyState.PENDING);

        assertThat(sends.sendNext()).isFalse();
        assertThat(sends.lookForNext()).isFalse();
        assertThat(sends.lookForNextPending()).isTrue();
        assertThat(state(reply)).isEqualTo(ReplyState.PENDING);
        assertThat(sends.lookForNextPending())
                .as("it is left alone for a while")
                .isFalse();
        assertThat(db.place.received).isEmpty();
    }

    @Test
    void replyThatWasLetPassIsFoundAndItsConversationToldSo() throws Exception {
        Reply reply = queue();
        sends.sendNext();
        db.place.received.add(reply);

        sends.lookForNextPending();

        assertThat(state(reply)).isEqualTo(ReplyState.SENT);
        assertThat(db.delivered).containsExactly(reply.key());
    }

    @Test
    void replyThatNobodyLetPassIsGivenUpAfterTwoWeeks() throws Exception {
        Reply reply = queue();
        sends.sendNext();
        db.sql
                .sql("update channels.outbox set queued_at = now() - interval '15 days'")
                .update();

        sends.lookForNextPending();

        assertThat(state(reply)).isEqualTo(ReplyState.REFUSED);
        assertThat(db.events).hasAtLeastOneElementOfType(ReplyRefused.class);
        assertThat(db.place.received).isEmpty();
    }

    private ReplyState state(Reply reply) {
        return db.outbox.find(reply.key()).orElseThrow().state();
    }

    private Reply queue() {
        Reply reply = new Reply(
                UUID.randomUUID(),
                List.of("amira"),
                null,
                "We are sorry",
                null,
                List.of(),
                null,
                Visibility.PUBLIC,
                Instant.EPOCH);
        db.transaction.executeWithoutResult(status -> db.outbox.queue(new QueueReply(inbox, 1, 1, reply)));
        return reply;
    }
}
