package dev.rapport.understanding.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.access.User;
import dev.rapport.cast.Voices;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.ProfileId;
import dev.rapport.understanding.embedding.Embeddings;
import dev.rapport.understanding.embedding.ModelFolder;
import dev.rapport.understanding.embedding.StubSentenceModel;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@OnOneDatabase
class AlikeScreensTests {

    private static final String PAGE = "/understanding/alike";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Embeddings embeddings;

    @Autowired
    private ModelFolder folder;

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void theModelIsTakenAway() {
        StubSentenceModel.takeOutOf(folder.path());
    }

    @Test
    void onlyManagersSeeAndChangeIt() {
        for (User other : List.of(staff.viewer(), staff.agent())) {
            assertThat(send(HttpMethod.GET, PAGE, other)).hasStatus(403);
            assertThat(send(HttpMethod.GET, PAGE + "/progress", other)).hasStatus(403);
            assertThat(send(HttpMethod.PUT, PAGE, other)).hasStatus(403);
            assertThat(send(HttpMethod.POST, PAGE + "/pause", other)).hasStatus(403);
            assertThat(send(HttpMethod.DELETE, PAGE, other)).hasStatus(403);
            assertThat(send(HttpMethod.GET, "/understanding/reasons", other))
                    .bodyText()
                    .doesNotContain(PAGE);
        }
        assertThat(send(HttpMethod.GET, "/understanding/reasons", staff.manager()))
                .bodyText()
                .contains("href=\"" + PAGE + "\"");
    }

    @Test
    void withoutAModelItSaysWhereOneBelongsAndStaysOff() {
        assertThat(send(HttpMethod.GET, PAGE, staff.manager()))
                .hasStatusOk()
                .bodyText()
                .contains("Off. Nothing is compared.", "bin/fetch-model " + folder.path());

        assertThat(send(HttpMethod.PUT, PAGE, staff.manager()))
                .hasStatus(422)
                .bodyText()
                .contains("It was not switched on.", "The model is not in " + folder.path());
        assertThat(embeddings.isOn()).isFalse();
    }

    @Test
    void itIsSwitchedOnShowsHowFarItIsAndIsSwitchedOff() {
        StubSentenceModel.putInto(folder.path());
        Voices voices = new Voices(jdbc);
        ProfileId owl = voices.profile("fediverse", "owl", "Owl");
        MessageId said = voices.says(
                voices.conversation(1, "t1", "PUBLIC", owl), owl, "One earcup of my headphones is dead", Voices.NOON);
        voices.reads(said, "NEGATIVE", 20, "COMPLAINT");

        assertThat(send(HttpMethod.PUT, PAGE, staff.manager())).hasStatus(303).hasRedirectedUrl(PAGE);

        assertThat(send(HttpMethod.GET, PAGE, staff.manager()))
                .bodyText()
                .contains(">On<", "all-minilm-l6-v2-q", "hx-get=\"/understanding/alike/progress\"")
                .contains("0 messages can be compared, 1 are still to be looked at");
        assertThat(send(HttpMethod.GET, PAGE + "/progress", staff.manager()))
                .bodyText()
                .startsWith("<div id=\"alike-progress\"")
                .contains("0%");
        assertThat(jdbc.sql("select count(*) from access.audit_entries where action = 'sentence-model.switched-on'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        assertThat(send(HttpMethod.POST, PAGE + "/pause", staff.manager())).hasRedirectedUrl(PAGE);
        assertThat(send(HttpMethod.GET, PAGE, staff.manager()))
                .bodyText()
                .contains(">Off<", "Switched off by")
                .doesNotContain("hx-get=\"/understanding/alike/progress\"");
        assertThat(send(HttpMethod.DELETE, PAGE, staff.manager())).hasRedirectedUrl(PAGE);
        assertThat(jdbc.sql("select count(*) from understanding.embeddings_wanted")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private MockMvcRequestBuilder send(HttpMethod method, String path, User user) {
        return mvc.method(method).uri(path).with(csrf()).with(authentication(Staff.signedIn(user)));
    }
}
