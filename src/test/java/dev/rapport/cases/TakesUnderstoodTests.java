package dev.rapport.cases;

import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.cast.Voices;
import dev.rapport.conversations.Batch;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.ProfileId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnOneDatabase
class TakesUnderstoodTests {

    @Autowired
    TakesUnderstood takes;

    @Autowired
    Cases cases;

    @Autowired
    CaseStore store;

    @Autowired
    Rules rules;

    @Autowired
    JdbcClient jdbc;

    Voices voices;
    ProfileId ada;
    ConversationId conversation;

    @BeforeEach
    void aConversation() {
        voices = new Voices(jdbc);
        ada = voices.profile("mail", "ada@example.org", "Ada");
        conversation = voices.conversation(1, "thread-1", "PRIVATE", ada);
    }

    @Test
    void complaintOpensACaseOnceHoweverOftenTheBatchIsTaken() {
        MessageId message = complaint("You lost my bag.");
        takes.take(batch(message, false));
        takes.take(batch(message, false));

        assertThat(cases.caseOf(conversation)).isPresent();
        assertThat(jdbc.sql("select count(*) from cases.case_conversations where conversation_id = ?")
                        .params(conversation.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void historyStartsNothing() {
        takes.take(batch(complaint("You lost my bag."), true));
        assertThat(cases.caseOf(conversation)).isEmpty();
    }

    @Test
    void praiseOpensNoCase() {
        MessageId message = voices.says(conversation, ada, "Lovely crew today!", NOON);
        voices.reads(message, "POSITIVE", 0, "PRAISE");
        takes.take(batch(message, false));
        assertThat(cases.caseOf(conversation)).isEmpty();
    }

    @Test
    void machinesAndOurOwnWordsOpenNone() {
        MessageId bounce = complaint("Delivery failed");
        jdbc.sql("update conversations.messages set manner = 'BOUNCE' where id = ?")
                .params(bounce.value())
                .update();
        takes.take(batch(bounce, false));
        assertThat(cases.caseOf(conversation)).isEmpty();
    }

    @Test
    void whateverIsSaidNextOpensAResolvedCaseAgain() {
        takes.take(batch(complaint("You lost my bag."), false));
        CaseId id = cases.caseOf(conversation).orElseThrow();
        cases.resolve(new ResolveCase(id, null, Resolution.Reason.SOLVED, null, null));

        MessageId thanks = voices.says(conversation, ada, "It is still not here", NOON.plusSeconds(60));
        voices.reads(thanks, "NEUTRAL", 0);
        takes.take(batch(thanks, false));

        assertThat(cases.caseOf(conversation)).contains(id);
        assertThat(store.load(id).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void previewCountsWhatARuleWouldHaveCaught() {
        complaint("You lost my bag.");
        complaint("And my coat.");
        WriteRule rule = new WriteRule(
                "Complaints",
                true,
                Rule.Match.ALL,
                List.of(new Condition(Condition.Kind.INTENT, List.of("COMPLAINT"))),
                null,
                50,
                null);

        Preview preview = rules.preview(rule, 7);

        assertThat(preview.caught()).isEqualTo(2);
        assertThat(preview.conversations()).isEqualTo(1);
        assertThat(preview.newest()).hasSize(2);
        assertThat(cases.caseOf(conversation)).isEmpty();
    }

    private MessageId complaint(String words) {
        MessageId message = voices.says(conversation, ada, words, NOON);
        voices.reads(message, "NEGATIVE", 20, "COMPLAINT");
        return message;
    }

    private static Batch batch(MessageId message, boolean history) {
        return new Batch(1, new InboxId(1), history, message.value(), message.value(), List.of());
    }
}
