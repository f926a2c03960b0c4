package dev.rapport.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapport.channels.Inboxes;
import dev.rapport.channels.OpenInbox;
import dev.rapport.channels.Outbox;
import dev.rapport.channels.QueuedReply;
import dev.rapport.channels.ReplyState;
import dev.rapport.channels.spi.Intake;
import dev.rapport.channels.spi.Sent;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@TestPropertySource(properties = "rapport.batch.workers=0")
class RepliesTests {

    private static final UserId INES = new UserId(7);

    @Autowired
    Conversations conversations;

    @Autowired
    Intake intake;

    @Autowired
    Inboxes inboxes;

    @Autowired
    Outbox outbox;

    @Autowired
    BatchRunner runner;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Sql sql;

    InboxId mailbox;
    ConversationId complaint;

    @BeforeEach
    void aComplaintByMail() {
        String name = "Care " + UUID.randomUUID();
        mailbox = inboxes.open(new OpenInbox(
                "mail",
                name,
                "mail",
                name.replace(' ', '-').toLowerCase(java.util.Locale.ROOT) + "@velo.example",
                Map.of("imap.host", "127.0.0.1"),
                Map.of()));
        hear(Said.byMail("one@example.org", "ada@example.org", "My bike has not come"));
        complaint = conversation();
    }

    @Test
    void replyGoesToWhoeverSpokeLastAndNamesTheirMessage() {
        MessageId reply = conversations.reply(new ReplyTo(complaint, INES, "It left today.", null));

        QueuedReply queued = outbox.ofConversation(complaint.value()).getFirst();
        assertThat(queued.state()).isEqualTo(ReplyState.QUEUED);
        assertThat(queued.message()).isEqualTo(reply.value());
        assertThat(answer()).isEqualTo("ANSWERED");
        assertThat(sql.sql("select in_reply_to from conversations.messages where id = :id")
                        .param("id", reply)
                        .single(String.class))
                .isEqualTo("one@example.org");
    }

    @Test
    void replyTakenBackLeavesTheConversationAsItWas() {
        MessageId reply = conversations.reply(new ReplyTo(complaint, INES, "It left today.", null));

        assertThat(conversations.takeBack(reply)).contains("It left today.");

        assertThat(answer()).isEqualTo("NEEDS_ANSWER");
        assertThat(messages()).isEqualTo(1);
        assertThat(conversations.takeBack(reply)).isEmpty();
    }

    @Test
    void echoOfOurReplyIsKnownAndNotHeardAgain() {
        conversations.reply(new ReplyTo(complaint, INES, "It left today.", null));
        UUID key = outbox.ofConversation(complaint.value()).getFirst().key();
        transaction.executeWithoutResult(
                status -> intake.delivered(mailbox, key, new Sent(key + "@velo.example", null, Said.NOON)));

        assertThat(hear(Said.byMail(key + "@velo.example", "ines@velo.example", "It left today."))
                        .added())
                .isZero();
        assertThat(messages()).isEqualTo(2);
    }

    @Test
    void customerWhoAnswersOurReplyIsWaitingAgain() {
        conversations.reply(new ReplyTo(complaint, INES, "It left today.", null));
        UUID key = outbox.ofConversation(complaint.value()).getFirst().key();
        transaction.executeWithoutResult(
                status -> intake.delivered(mailbox, key, new Sent(key + "@velo.example", null, Said.NOON)));
        sql.sql("update conversations.messages set said_at = :noon where reply_key = :key")
                .param("noon", Said.NOON)
                .param("key", key)
                .update();
        sql.sql("update conversations.conversations set last_said_at = :noon where id = :id")
                .param("noon", Said.NOON)
                .param("id", complaint)
                .update();

        hear(Said.byMail("two@example.org", "ada@example.org", "Still nothing").answering(key + "@velo.example"));

        assertThat(messages()).isEqualTo(3);
        assertThat(answer()).isEqualTo("NEEDS_ANSWER");
    }

    @Test
    void emptyReplyIsRefused() {
        refused(" \n ", CannotReply.Why.EMPTY);
    }

    @Test
    void importedInboxTakesNoReplies() {
        InboxId file =
                transaction.execute(status -> inboxes.findOrMake("import", "File " + UUID.randomUUID(), "fediverse"));
        intake.accept(file, List.of(Said.publicly("1", "bo", "Hello").heard()), false);
        workThrough();
        complaint = sql.sql("select id from conversations.conversations where inbox_id = :inbox")
                .param("inbox", file)
                .single(ConversationId.class);

        refused("Hello", CannotReply.Why.CHANNEL_CANNOT);
    }

    @Test
    void messageItsAuthorDeletedIsNotAnswered() {
        hear(Said.byMail("one@example.org", "ada@example.org", "").deleted());

        refused("It left today.", CannotReply.Why.DELETED);
    }

    private void refused(String text, CannotReply.Why why) {
        assertThatExceptionOfType(CannotReply.class)
                .isThrownBy(() -> conversations.reply(new ReplyTo(complaint, INES, text, null)))
                .satisfies(refusal -> assertThat(refusal.why()).isEqualTo(why));
    }

    private Intake.Accepted hear(Said said) {
        Intake.Accepted accepted = intake.accept(mailbox, List.of(said.heard()), false);
        workThrough();
        return accepted;
    }

    private void workThrough() {
        while (runner.runOne()) {
            // until nothing is due
        }
    }

    private ConversationId conversation() {
        return sql.sql("select id from conversations.conversations where inbox_id = :inbox")
                .param("inbox", mailbox)
                .single(ConversationId.class);
    }

    private String answer() {
        return sql.sql("select answer from conversations.conversations where id = :id")
                .param("id", complaint)
                .single(String.class);
    }

    private int messages() {
        return sql.sql("select count(*) from conversations.messages where conversation_id = :id")
                .param("id", complaint)
                .single(Integer.class);
    }
}
