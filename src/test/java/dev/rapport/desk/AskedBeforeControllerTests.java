package dev.rapport.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.cast.Voices;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.UserId;
import dev.rapport.understanding.embedding.Embedding;
import dev.rapport.understanding.embedding.ModelFolder;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@OnOneDatabase
class AskedBeforeControllerTests {

    private static final int DEAD = 3;
    private static final int LATE = 200;
    private static final Instant NOW = Instant.now();
    private static final String FRAGMENT = "asked-before";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient jdbc;

    private Voices voices;
    private ConversationId mine;

    @BeforeEach
    void somebodySpeaks() {
        voices = new Voices(jdbc);
        mine = says("ada", "One earcup of my headphones is dead", DEAD, NOW);
    }

    @Test
    void asLongAsNoModelIsOnThreadsAskForNothing() {
        assertThat(get("/inbox/" + mine.value())).hasStatusOk().bodyText().doesNotContain("id=\"asked-before\"");
        assertThat(panel()).hasStatusOk().bodyText().contains("Nothing said here can be compared yet");
    }

    @Test
    void threadsAskForItAndItIsAPageOfItsOwnToo() {
        isOn();
        assertThat(get("/inbox/" + mine.value()))
                .bodyText()
                .contains("id=\"asked-before\" hx-get=\"/inbox/" + mine.value() + "/asked-before\"");
        assertThat(panel())
                .bodyText()
                .startsWith("<section id=\"asked-before\">")
                .contains("Nobody else");
        assertThat(get("/inbox/" + mine.value() + "/asked-before"))
                .hasStatusOk()
                .bodyText()
                .contains("<!doctype html>", "Others said about the same");
        assertThat(get("/inbox/999999/asked-before")).hasStatus(404);
    }

    @Test
    void whatWasAnsweredComesFirstWithItsAnswerAndPeopleAreCountedOnce() {
        isOn();
        says("bo", "My left side stopped <b>working</b>", DEAD, NOW.minusSeconds(60));
        ConversationId answered = says("cy", "No sound in one ear", DEAD, NOW.minusSeconds(86_400 * 90));
        voices.replies(answered, UserId.of(1L), "Hold both buttons <i>for ten seconds</i>.", NOW.minusSeconds(86_400));
        says("cy", "Still no sound in one ear", DEAD, NOW.minusSeconds(40));
        says("di", "Where is my parcel?", LATE, NOW.minusSeconds(30));

        assertThat(panel())
                .bodyText()
                .contains("2 others, 2 in the last 30 days")
                .contains("No sound in one ear", "Hold both buttons &lt;i&gt;for ten seconds&lt;/i&gt;.", "Answered")
                .contains("My left side stopped &lt;b&gt;working&lt;/b&gt;", "Not answered yet")
                .doesNotContain("Where is my parcel?", "<b>working")
                .satisfies(body -> assertThat(body.indexOf("No sound in one ear"))
                        .isLessThan(body.indexOf("My left side stopped")));
    }

    @Test
    void oneMessageOfAThreadIsShownAndFiveAtMost() {
        isOn();
        ConversationId long1 = says("bo", "Dead again, number 0", DEAD, NOW);
        for (int i = 1; i < 9; i++) {
            says("visitor" + i, "Dead again, number " + i, DEAD, NOW.minusSeconds(i));
        }
        vector(voices.says(long1, profile("bo"), "Dead again, second time", NOW.plusSeconds(5)), DEAD);

        assertThat(panel())
                .bodyText()
                .contains("9 others")
                .satisfies(body -> assertThat(body.split("Dead again")).hasSize(6));
    }

    @Test
    void theSearchAsksForItWhereAModelIsOnAndShowsNothingWithoutOne() {
        assertThat(get("/search").param("words", "no sound at all")).bodyText().doesNotContain("/search/alike");
        assertThat(get("/search/alike").param("words", "no sound at all"))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"alike\"")
                .doesNotContain("<h2>");

        isOn();
        assertThat(get("/search").param("words", "no sound & at \"all\""))
                .bodyText()
                .contains("hx-get=\"/search/alike?words=no%20sound%20%26%20at%20%22all%22\"");
        assertThat(get("/search").param("polarity", "NEGATIVE")).bodyText().doesNotContain("/search/alike");
    }

    /** Vectors whose numbers are near each other where {@code about} is the same. */
    private void vector(MessageId message, int about) {
        float[] vector = new float[Embedding.DIMENSIONS];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = ((i * about) % 7) - 3.2f;
        }
        vector[(int) (message.value() % 384)] += 2;
        Embedding embedding = Embedding.of(vector);
        jdbc.sql("insert into understanding.embeddings (message_id, revision, model, vector) values (?, 1, ?, ?)")
                .params(message.value(), ModelFolder.MODEL, embedding.bytes())
                .update();
        jdbc.sql("insert into understanding.signatures (message_id, signature) values (?, cast(? as bit(384)))")
                .params(message.value(), embedding.signature())
                .update();
    }

    private ConversationId says(String who, String words, int about, Instant when) {
        ConversationId conversation = voices.conversation(1, words, "PUBLIC", profile(who));
        vector(voices.says(conversation, profile(who), words, when), about);
        return conversation;
    }

    private ProfileId profile(String who) {
        return jdbc.sql("select id from conversations.profiles where handle = ?")
                .params(who)
                .query(Long.class)
                .optional()
                .map(ProfileId::of)
                .orElseGet(() -> voices.profile("fediverse", who, who));
    }

    private void isOn() {
        jdbc.sql("""
                        insert into understanding.embedding (is_on, model, switched_by, switched_at) values (true, ?, 1, now())
                        """).params(ModelFolder.MODEL).update();
    }

    private MockMvcRequestBuilder panel() {
        return get("/inbox/" + mine.value() + "/asked-before")
                .header("HX-Request", "true")
                .header("HX-Target", FRAGMENT);
    }

    private MockMvcRequestBuilder get(String path) {
        return mvc.get().uri(path).with(authentication(Staff.signedIn(staff.agent())));
    }
}
