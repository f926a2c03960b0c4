package dev.rapport.cases;

import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.cast.Voices;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnOneDatabase
class OpeningStoreTests {

    @Autowired
    OpeningStore opening;

    @Autowired
    CaseStore store;

    @Autowired
    JdbcClient jdbc;

    Voices voices;
    ProfileId ada;
    ConversationId conversation;
    MessageId complaint;

    @BeforeEach
    void aComplaint() {
        voices = new Voices(jdbc);
        ada = voices.profile("mail", "ada@example.org", "Ada");
        conversation = voices.conversation(1, "thread-1", "PRIVATE", ada);
        complaint = voices.says(conversation, ada, "You lost my bag, again.", NOON);
    }

    @Test
    void caseIsNamedAfterTheWordsAndPromisesAReply() {
        CaseId id = opening.open(List.of(wanted(60)), NOON).getFirst();

        Case opened = store.load(id);
        assertThat(opened.title()).isEqualTo("You lost my bag, again.");
        assertThat(opened.state()).isEqualTo(CaseState.OPEN);
        assertThat(opened.dueAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(opened.teamId()).isEqualTo(new TeamId(7));
        assertThat(store.caseOf(conversation)).contains(id);
    }

    @Test
    void conversationWithACaseInWorkGetsNoSecondOne() {
        assertThat(opening.open(List.of(wanted(60)), NOON)).hasSize(1);
        assertThat(opening.open(List.of(wanted(60)), NOON)).isEmpty();
        assertThat(count("cases.cases")).isEqualTo(1);
        assertThat(count("cases.case_conversations")).isEqualTo(1);
    }

    @Test
    void conversationThatIsNotThereGetsNone() {
        OpenCase lost = OpenCase.byHand(new ConversationId(987654), new dev.rapport.shared.UserId(1), "");
        assertThat(opening.open(List.of(lost), NOON)).isEmpty();
    }

    @Test
    void resolvedCaseGivesItsPlaceToANewOne() {
        CaseId first = opening.open(List.of(wanted(60)), NOON).getFirst();
        store.save(store.load(first).resolved());

        CaseId second = opening.open(List.of(wanted(60)), NOON).getFirst();

        assertThat(second).isNotEqualTo(first);
        assertThat(store.caseOf(conversation)).contains(second);
    }

    @Test
    void whatIsSaidLaterOpensAResolvedCaseAgain() {
        CaseId id = opening.open(List.of(wanted(60)), NOON).getFirst();
        store.resolve(new ResolveCase(id, null, Resolution.Reason.SOLVED, null, null), NOON);
        store.save(store.load(id).resolved());
        Instant later = NOON.plus(Duration.ofDays(2));

        opening.hear(List.of(again(id, 80, null, later)), later);

        Case found = store.load(id);
        assertThat(found.state()).isEqualTo(CaseState.OPEN);
        assertThat(found.dueAt()).isEqualTo(later.plus(Duration.ofHours(1)));
        assertThat(found.priority()).isEqualTo(80);
        assertThat(jdbc.sql("select reopened_at is not null from cases.resolutions")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(jdbc.sql("select kind from cases.activity")
                        .query(String.class)
                        .list())
                .containsExactly("REOPENED_BY_MESSAGE");
        assertThat(jdbc.sql("select state from cases.worklist")
                        .query(String.class)
                        .single())
                .isEqualTo("OPEN");
    }

    @Test
    void openCaseKeepsTheEarlierPromise() {
        CaseId id = opening.open(List.of(wanted(60)), NOON).getFirst();
        Instant later = NOON.plus(Duration.ofMinutes(50));

        opening.hear(List.of(again(id, 10, 60, later)), later);

        assertThat(store.load(id).dueAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(count("cases.activity")).isZero();
    }

    @Test
    void manyAreOpenedWithOneStatementWhateverTheirOrder() {
        List<OpenCase> many = java.util.stream.IntStream.range(0, 50)
                .mapToObj(i -> {
                    ConversationId thread = voices.conversation(1, "many-" + (49 - i), "PUBLIC", ada);
                    MessageId message = voices.says(thread, ada, "Nothing works " + i, NOON);
                    return new OpenCase(thread, message, new RuleId(1), null, "rule", null, null, 50, 20, null);
                })
                .toList();

        assertThat(opening.open(many, NOON)).hasSize(50).doesNotHaveDuplicates();
    }

    private OpenCase wanted(int within) {
        return new OpenCase(
                conversation, complaint, new RuleId(1), null, "A complaint", new TeamId(7), null, 50, 20, within);
    }

    private HeardAgain again(CaseId id, int urgency, @org.jspecify.annotations.Nullable Integer within, Instant when) {
        return new HeardAgain(id, complaint, urgency, urgency, within, when);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
