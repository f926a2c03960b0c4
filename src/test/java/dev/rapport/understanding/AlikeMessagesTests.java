package dev.rapport.understanding;

import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.cast.Voices;
import dev.rapport.conversations.Batch;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.Subject;
import dev.rapport.shared.UserId;
import dev.rapport.understanding.embedding.Embeddings;
import dev.rapport.understanding.embedding.ModelFailed;
import dev.rapport.understanding.embedding.ModelFolder;
import dev.rapport.understanding.embedding.ModelTrouble;
import dev.rapport.understanding.embedding.StubSentenceModel;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnOneDatabase
class AlikeMessagesTests {

    private static final UserId ME = UserId.of(7L);
    private static final String DEAD = "One earcup of my headphones is dead";
    private static final String STOPPED = "The left side of the headphones stopped working";
    private static final String REFUND = "Please send my money back, the refund is late";

    @Autowired
    private AlikeMessages alike;

    @Autowired
    private Embeddings embeddings;

    @Autowired
    private EmbedsMessages embeds;

    @Autowired
    private EmbeddingStore store;

    @Autowired
    private ModelFolder folder;

    @Autowired
    private TakesPlaced takesPlaced;

    @Autowired
    private UnderstandingPersonalData personalData;

    @Autowired
    private JdbcClient jdbc;

    private Voices voices;
    private ProfileId owl;
    private ProfileId hawk;
    private int threads;

    @BeforeEach
    void aModelIsThere() {
        StubSentenceModel.putInto(folder.path());
        voices = new Voices(jdbc);
        owl = voices.profile("fediverse", "owl", "Owl");
        hawk = voices.profile("fediverse", "hawk", "Hawk");
    }

    @AfterEach
    void theModelIsTakenAway() {
        StubSentenceModel.takeOutOf(folder.path());
    }

    @Test
    void nothingIsComputedBeforeItIsSwitchedOnNorAfterItIsSwitchedOff() {
        ConversationId one = heard(owl, DEAD);
        heard(hawk, STOPPED);
        assertThat(embeds.embedNext()).isFalse();
        assertThat(alike.progress().wanted()).isZero();
        assertThat(alike.in(one)).isEmpty();

        alike.switchOn(ME);
        embedAll();
        embeddings.switchOff(ME);

        heard(owl, REFUND);
        assertThat(alike.in(one)).isEmpty();
        assertThat(alike.progress().wanted()).isZero();
        assertThat(embeds.embedNext()).isFalse();
    }

    @Test
    void whatWasSaidBeforeAndAfterItWasSwitchedOnIsFoundByItsMeaning() {
        heard(hawk, STOPPED);
        heard(hawk, REFUND);
        alike.switchOn(ME);
        ConversationId mine = heard(owl, DEAD);
        embedAll();

        assertThat(alike.in(mine))
                .hasValueSatisfying(found -> assertThat(found.others())
                        .singleElement()
                        .satisfies(other -> assertThat(words(other.message())).isEqualTo(STOPPED))
                        .satisfies(other -> assertThat(other.likeness()).isBetween(AlikeMessages.ALIKE, 1.0)));
    }

    @Test
    void theirOwnWordsAndThoseOfTheSameThreadAreNotOthers() {
        alike.switchOn(ME);
        heard(owl, STOPPED);
        ConversationId mine = heard(owl, DEAD);
        says(mine, hawk, STOPPED);
        says(mine, owl, DEAD);
        embedAll();

        assertThat(alike.in(mine))
                .hasValueSatisfying(found -> assertThat(found.others()).isEmpty());
    }

    @Test
    void wordsThatWereTypedFindWhatMeansTheSame() {
        assertThat(alike.to("nothing on one side")).isEmpty();
        alike.switchOn(ME);
        heard(hawk, STOPPED);
        heard(owl, REFUND);
        embedAll();

        assertThat(alike.to("dead earcup, one side"))
                .hasValueSatisfying(found -> assertThat(found)
                        .extracting(one -> words(one.message()))
                        .containsExactly(STOPPED));
        assertThat(alike.to("dead")).as("too few words").isEmpty();
        assertThat(alike.to("UNREADABLE for the model")).isEmpty();
    }

    @Test
    void thanksAtTheEndOfAThreadDoNotHideWhatItIsAbout() {
        alike.switchOn(ME);
        heard(hawk, STOPPED);
        ConversationId mine = heard(owl, DEAD);
        says(mine, owl, "Thank you very much");
        embedAll();

        assertThat(others(mine)).containsExactly(STOPPED);
    }

    @Test
    void deletedHiddenAndRewordedMessagesAreNotShown() {
        alike.switchOn(ME);
        ConversationId mine = heard(owl, DEAD);
        heard(hawk, STOPPED);
        embedAll();
        assertThat(others(mine)).hasSize(1);

        for (String change : List.of("deleted_at = now()", "hidden_at = now()", "revision = 2, words = 'Never mind'")) {
            jdbc.sql("update conversations.messages set " + change + " where words = ?")
                    .params(STOPPED)
                    .update();
            assertThat(others(mine)).as(change).isEmpty();
            jdbc.sql("update conversations.messages set deleted_at = null, hidden_at = null where words = ?")
                    .params(STOPPED)
                    .update();
        }
    }

    @Test
    void anotherWordingIsComparedAnew() {
        alike.switchOn(ME);
        ConversationId mine = heard(owl, DEAD);
        MessageId theirs = newest(heard(hawk, REFUND));
        embedAll();
        assertThat(others(mine)).isEmpty();

        jdbc.sql("update conversations.messages set revision = 2, words = ? where id = ?")
                .params(STOPPED, theirs.value())
                .update();
        takesPlaced.take(new Batch(2, new InboxId(1), false, 0, 0, List.of(theirs.value())));
        embedAll();

        assertThat(others(mine)).singleElement().isEqualTo(STOPPED);
    }

    @Test
    void shortWordsAndOtherLanguagesAreLeftOut() {
        alike.switchOn(ME);
        heard(owl, "Thanks!");
        ConversationId german =
                heard(owl, "Die linke Seite meines Kopfhörers ist leider seit gestern ganz stumm geblieben");
        embedAll();

        assertThat(alike.progress()).isEqualTo(new AlikeMessages.Progress(0, 0));
        assertThat(alike.in(german)).isEmpty();
    }

    @Test
    void oneMessageThatCannotBeReadKeepsNoOtherFromItsVector() {
        alike.switchOn(ME);
        heard(owl, "This is UNREADABLE for the model and stays without a vector");
        ConversationId mine = heard(owl, DEAD);
        heard(hawk, STOPPED);
        embedAll();

        assertThat(others(mine)).containsExactly(STOPPED);
        assertThat(alike.progress().share()).isEqualTo(1);
    }

    @Test
    void withoutAModelItIsNotSwitchedOnAndAfterwardsItIsSaidWhatIsWrong() {
        StubSentenceModel.takeOutOf(folder.path());
        assertThatThrownBy(() -> alike.switchOn(ME)).isInstanceOf(ModelFailed.class);
        assertThat(embeddings.isOn()).isFalse();

        StubSentenceModel.putInto(folder.path());
        alike.switchOn(ME);
        heard(owl, DEAD);
        StubSentenceModel.takeOutOf(folder.path());

        assertThat(embeds.embedNext()).isFalse();
        assertThat(embeddings.find())
                .hasValueSatisfying(state -> assertThat(state.trouble()).isEqualTo(ModelTrouble.MISSING));
        assertThat(alike.progress().wanted()).isEqualTo(1);

        StubSentenceModel.putInto(folder.path());
        embedAll();
        assertThat(embeddings.find())
                .hasValueSatisfying(state -> assertThat(state.trouble()).isNull());
        assertThat(alike.progress()).isEqualTo(new AlikeMessages.Progress(1, 0));
    }

    @Test
    void erasingSomebodyTakesTheirVectorsAndForgettingTakesAll() {
        alike.switchOn(ME);
        ConversationId mine = heard(owl, DEAD);
        heard(hawk, STOPPED);
        embedAll();
        heard(owl, REFUND);

        personalData.erase(Subject.ofProfiles(Set.of(owl), Set.of()), NOON);

        assertThat(alike.progress()).isEqualTo(new AlikeMessages.Progress(1, 0));
        assertThat(alike.in(mine)).isEmpty();

        alike.forget(ME);
        assertThat(alike.progress()).isEqualTo(new AlikeMessages.Progress(0, 0));
        assertThat(embeddings.isOn()).isFalse();
    }

    @Test
    void thoseNearestAreFoundAmongThousands() {
        alike.switchOn(ME);
        ConversationId mine = heard(owl, DEAD);
        heard(hawk, STOPPED);
        embedAll();
        jdbc.sql("""
                        with filler as (
                          insert into understanding.embeddings (message_id, revision, model, vector)
                          select 900000 + n, 1, ?, decode(repeat('7f', 384), 'hex') from generate_series(1, 2000) n
                          returning message_id)
                        insert into understanding.signatures (message_id, signature)
                        select message_id, (
                            select string_agg((((hashint8(message_id * 1000 + i) % 2) + 2) % 2)::text, '')
                            from generate_series(1, 384) i
                          )::bit(384)
                        from filler
                        """).params(ModelFolder.MODEL).update();

        assertThat(others(mine)).containsExactly(STOPPED);
    }

    private List<String> others(ConversationId conversation) {
        return alike.in(conversation).orElseThrow().others().stream()
                .map(other -> words(other.message()))
                .toList();
    }

    private String words(MessageId message) {
        return jdbc.sql("select words from conversations.messages where id = ?")
                .params(message.value())
                .query(String.class)
                .single();
    }

    private void embedAll() {
        while (embeds.embedNext()) {
            assertThat(embeddings.isOn()).isTrue();
        }
    }

    private ConversationId heard(ProfileId by, String words) {
        ConversationId conversation = voices.conversation(1, "t" + ++threads, "PUBLIC", by);
        says(conversation, by, words);
        return conversation;
    }

    private void says(ConversationId conversation, ProfileId by, String words) {
        long id = voices.says(conversation, by, words, NOON.plusSeconds(++threads))
                .value();
        takesPlaced.take(new Batch(1, new InboxId(1), false, id, id, List.of()));
    }

    private MessageId newest(ConversationId conversation) {
        return MessageId.of(jdbc.sql("select max(id) from conversations.messages where conversation_id = ?")
                .params(conversation.value())
                .query(Long.class)
                .single());
    }
}
