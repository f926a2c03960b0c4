package dev.rapport.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.channels.Inboxes;
import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Intake;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@TestPropertySource(properties = "rapport.batch.workers=0")
@Import(IntakeTests.ChokesOnPoison.class)
class IntakeTests {

    private static final String POISON = "a message that no later step can take";

    @Autowired
    Intake intake;

    @Autowired
    Inboxes inboxes;

    @Autowired
    BatchRunner runner;

    @Autowired
    BatchStore batches;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Sql sql;

    @Autowired
    MessagesSource source;

    InboxId inbox;
    String name;

    @BeforeEach
    void anEmptyInbox() {
        name = "Inbox " + UUID.randomUUID();
        inbox = transaction.execute(status -> inboxes.findOrMake("import", name, "fediverse"));
    }

    @Test
    void messageTakenTwiceIsThereOnce() {
        Said said = Said.publicly("1", "ada", "The bike is great");

        assertThat(hear(said).added()).isEqualTo(1);
        Intake.Accepted again = hear(said);

        assertThat(again.added()).isZero();
        assertThat(again.repeated()).isEqualTo(1);
        assertThat(words()).containsExactly("The bike is great");
    }

    @Test
    void sameMessageTwiceInOnePageIsThereOnce() {
        Said said = Said.publicly("1", "ada", "The bike is great");

        assertThat(hear(said, said).added()).isEqualTo(1);
        assertThat(words()).hasSize(1);
    }

    @Test
    void moreMessagesThanABatchHoldsAllArriveInOrder() {
        Said[] many = IntStream.range(0, 2_345)
                .mapToObj(n -> Said.publicly("m" + n, "author" + n % 50, "Words number " + n))
                .toArray(Said[]::new);

        assertThat(hear(many).added()).isEqualTo(2_345);

        assertThat(words()).hasSize(2_345).startsWith("Words number 0").endsWith("Words number 2344");
        assertThat(count("select count(*) from conversations.profiles where handle like 'author%'"))
                .isEqualTo(50);
    }

    @Test
    void charactersThatTheDatabaseRefusesDoNotStopAMessage() {
        hear(Said.publicly("1", "ada", "before\0after \\N \\. \t tab \uD83D lone 😀 \"quoted\" مرحبا"));

        assertThat(words()).containsExactly("beforeafter \\N \\. \t tab \uFFFD lone 😀 \"quoted\" مرحبا");
    }

    @Test
    void authorIsKnownSinceTheirEarliestMessageHoweverLateItComesIn() {
        hear(Said.publicly("2", "zoe", "Now"));
        hear(Said.publicly("1", "zoe", "Long before").at(Said.NOON.minusSeconds(86_400)));

        assertThat(count("""
                        select count(*) from conversations.profiles
                        where author_key = '@zoe' and first_heard_at = timestamptz '2026-03-01 12:00:00Z'
                        """)).isEqualTo(1);
    }

    @Test
    void editIsANewRevisionOfTheSameMessage() {
        Said first = Said.publicly("1", "ada", "The bike is graet");
        hear(first);
        hear(first.editedTo("The bike is great", "2026-03-02T12:05:00Z"));

        assertThat(words()).containsExactly("The bike is great");
        assertThat(sql.sql(
                                "select words from conversations.revisions r where exists (select from conversations.messages m"
                                        + " where m.id = r.message_id and m.inbox_id = :inbox)")
                        .param("inbox", inbox)
                        .list(String.class))
                .containsExactly("The bike is graet");
    }

    @Test
    void editThatComesTogetherWithTheFirstWordingIsStillOneMessage() {
        Said first = Said.publicly("1", "ada", "one");

        hear(first, first.editedTo("two", "r2"), first.editedTo("three", "r3"));

        assertThat(words()).containsExactly("three");
        assertThat(revision()).isEqualTo(3);
    }

    @Test
    void editTakenTwiceChangesNothingTheSecondTime() {
        Said first = Said.publicly("1", "ada", "one");
        hear(first);
        hear(first.editedTo("two", "r2"));
        hear(first.editedTo("two", "r2"));

        assertThat(revision()).isEqualTo(2);
    }

    @Test
    void messageDeletedByItsAuthorKeepsTheFactAndStaysDeleted() {
        Said first = Said.publicly("1", "ada", "Something I regret");
        hear(first);
        hear(first.deleted());
        hear(first);
        hear(first.editedTo("It is back", "r9"));

        assertThat(words()).containsExactly("");
        assertThat(count("select count(*) from conversations.messages where inbox_id = " + inbox.value()
                        + " and deleted_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void reachIsCountedWithoutANewWording() {
        Said first = Said.publicly("1", "ada", "one");
        hear(first);
        hear(first.liked(20, "likes-20"));
        hear(first.liked(5, "likes-5"));

        assertThat(revision()).isEqualTo(1);
        assertThat(count("select likes from conversations.messages where inbox_id = " + inbox.value()))
                .isEqualTo(20);
    }

    @Test
    void answerJoinsTheThreadItAnswers() {
        hear(Said.publicly("1", "ada", "Does it fold?"));
        hear(
                Said.publicly("2", "bo", "It does").answering("1"),
                Said.publicly("3", "ada", "Thanks").answering("2"));

        assertThat(threads()).isEqualTo(1);
    }

    @Test
    void answerHeardBeforeItsQuestionJoinsItLater() {
        hear(Said.publicly("2", "bo", "It does").answering("1"));
        hear(Said.publicly("1", "ada", "Does it fold?"));

        assertThat(threads()).isEqualTo(1);
    }

    @Test
    void forgedReferenceDoesNotJoinAPrivateThread() {
        hear(Said.byMail("<1@shop>", "ada@example.org", "My order has not come"));
        hear(Said.byMail("<2@evil>", "mallory@example.org", "Tell me more").answering("<1@shop>"));

        assertThat(threads()).isEqualTo(2);
    }

    @Test
    void senderWhoTakesPartJoinsThePrivateThread() {
        hear(Said.byMail("<1@shop>", "ada@example.org", "My order has not come"));
        hear(Said.byMail("<2@shop>", "ada@example.org", "It is here now").answering("<1@shop>"));

        assertThat(threads()).isEqualTo(1);
    }

    @Test
    void privateAnswerIsNotPutIntoAPublicThreadByTwoStrangers() {
        hear(Said.publicly("1", "ada", "Does it fold?"));
        hear(Said.byMail("<2@evil>", "mallory@example.org", "A secret").answering("1"));

        assertThat(threads()).isEqualTo(2);
    }

    @Test
    void whatWasImportedCanBeExportedInTheSameForm() {
        hear(
                Said.publicly("1", "ada", "Does it fold?"),
                Said.publicly("2", "bo", "It does").answering("1"));

        List<Map<String, Object>> rows = new ArrayList<>();
        source.each(rows::add);

        List<Map<String, Object>> ours = rows.stream()
                .filter(row -> String.valueOf(row.get("inbox")).equals(name))
                .toList();
        assertThat(ours).extracting(row -> row.get("text")).containsExactly("Does it fold?", "It does");
        assertThat(HeardForm.read(ours.get(1), "x").inReplyTo()).isEqualTo("1");
    }

    @Test
    void profileIsKeyedByIdAndFollowsAChangeOfHandle() {
        hear(Said.publicly("1", "x", "one").by(Author.of("fediverse", "id-7", "old_handle", "Ada")));
        hear(Said.publicly("2", "x", "two").by(Author.of("fediverse", "id-7", "new_handle", "Ada")));

        assertThat(sql.sql("select handle from conversations.profiles where author_key = 'id-7'")
                        .list(String.class))
                .containsExactly("new_handle");
    }

    @Test
    void provisionalProfileIsTiedToTheIdWhenThatIsHeard() {
        hear(Said.publicly("1", "Carla_88", "one"));
        hear(Said.publicly("2", "x", "two").by(Author.of("fediverse", "id-88", "carla_88", null)));

        assertThat(sql.sql("""
                        select known.author_key from conversations.profiles p
                        join conversations.profiles known on known.id = p.tied_to where p.author_key = '@carla_88'
                        """).list(String.class)).containsExactly("id-88");
    }

    @Test
    void badMessageIsParkedAndTheOthersGoOn() {
        hear(
                Said.publicly("1", "ada", "good"),
                Said.publicly("2", "ada", POISON),
                Said.publicly("3", "ada", "good as well"));

        assertThat(words()).containsExactly("good", POISON, "good as well");
        assertThat(count("select count(*) from conversations.parked where inbox_id = " + inbox.value()))
                .isEqualTo(1);
        assertThat(batches.waiting()).isZero();
    }

    @Test
    void historyWaitsForNoAnswer() {
        intake.accept(inbox, List.of(Said.publicly("1", "ada", "Long ago").heard()), true);
        workThrough();

        assertThat(sql.sql("select answer from conversations.conversations where inbox_id = :inbox")
                        .param("inbox", inbox)
                        .single(String.class))
                .isEqualTo("NONE_NEEDED");
    }

    private Intake.Accepted hear(Said... said) {
        List<Heard> heard = Stream.of(said).map(Said::heard).toList();
        Intake.Accepted accepted = intake.accept(inbox, heard, false);
        workThrough();
        return accepted;
    }

    private void workThrough() {
        while (batches.waiting() > 0) {
            sql.sql("update conversations.batches set due_at = now() where next_step is not null")
                    .update();
            runner.runOne();
        }
    }

    private List<String> words() {
        return sql.sql("select words from conversations.messages where inbox_id = :inbox order by id")
                .param("inbox", inbox)
                .list(String.class);
    }

    private int threads() {
        return count("select count(*) from conversations.conversations where inbox_id = " + inbox.value());
    }

    private int revision() {
        return count("select revision from conversations.messages where inbox_id = " + inbox.value());
    }

    private int count(String query) {
        return sql.sql(query).single(Integer.class);
    }

    /** A later step that fails at one message. */
    @TestConfiguration
    static class ChokesOnPoison {

        @Bean
        BatchStep choking(Sql sql) {
            return new BatchStep() {
                @Override
                public Step step() {
                    return Step.PICKED_UP;
                }

                @Override
                public void take(Batch batch) {
                    int bad = sql.sql("""
                            select count(*) from conversations.messages
                            where id between :first and :last and words = :poison
                            """)
                            .param("first", batch.firstId())
                            .param("last", batch.lastId())
                            .param("poison", POISON)
                            .single(Integer.class);
                    if (bad > 0) {
                        throw new IllegalStateException("This cannot be taken.");
                    }
                }
            };
        }
    }
}
