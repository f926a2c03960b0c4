package dev.rapport.desk;

import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.access.User;
import dev.rapport.cases.Drafts;
import dev.rapport.cast.Voices;
import dev.rapport.conversations.ConversationId;
import dev.rapport.shared.ProfileId;
import dev.rapport.understanding.endpoint.Endpoints;
import dev.rapport.understanding.endpoint.SaveEndpoint;
import dev.rapport.understanding.endpoint.StubModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@OnOneDatabase
@TestPropertySource(properties = "rapport.outside.allow=127.0.0.1")
class ReplyDraftsControllerTests {

    private static final String BUTTON = "id=\"ask-for-draft\"";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Endpoints endpoints;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient jdbc;

    private final StubModel model = new StubModel();
    private Voices voices;
    private ConversationId conversation;

    @BeforeEach
    void somebodyAsks() {
        long inbox = jdbc.sql("""
                        insert into channels.inboxes (kind, name, network, pulls) values ('mastodon', 'Solvane', 'fediverse', false)
                        returning id
                        """).query(Long.class).single();
        voices = new Voices(jdbc);
        ProfileId robin = voices.profile("fediverse", "marlow_r", "Robin Marlow");
        conversation = voices.conversation(inbox, "thread", "PUBLIC", robin);
        voices.says(conversation, robin, "Where is order 4711? Write to robin@marlow.example", NOON);
    }

    @AfterEach
    void nobodyAnswersAnyMore() {
        model.close();
    }

    @Test
    void thereIsNoButtonUntilItIsSwitchedOnAndNoneForThePrivate() {
        assertThat(get(staff.agent())).bodyText().contains("id=\"reply-text\"").doesNotContain(BUTTON);
        switchOn();
        assertThat(get(staff.agent())).bodyText().contains(BUTTON, "Have owl-7b write a draft");
        assertThat(get(staff.viewer())).bodyText().doesNotContain(BUTTON);
        jdbc.sql("update conversations.conversations set visibility = 'PRIVATE'")
                .update();
        assertThat(get(staff.agent())).bodyText().doesNotContain(BUTTON);
    }

    @Test
    void theDraftStandsInTheBoxMarkedAsOneAboveWhatWasBegun() {
        switchOn();
        model.says("Hello [name1], we look into order [number1].");

        assertThat(ask(staff.agent()).header("HX-Request", "true").param("text", "Begun"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "id=\"reply-box\"",
                        "Hello Robin Marlow, we look into order 4711.\n\nBegun</textarea>",
                        "Draft by <bdi>owl-7b</bdi>",
                        "before you send it")
                .doesNotContain("<html");
        assertThat(model.asked().getFirst()).doesNotContain("Robin", "marlow", "4711");
        assertThat(jdbc.sql("select count(*) from conversations.messages where side = 'US'")
                        .query(Long.class)
                        .single())
                .as("nothing was sent")
                .isZero();
    }

    @Test
    void theNextDraftTakesThePlaceOfOneThatNobodyTouched() {
        switchOn();
        model.says("We look into it.");
        assertThat(ask(staff.agent())
                        .header("HX-Request", "true")
                        .param("drafted", "Hello,\r\nwe look.")
                        .param("text", "Hello,\nwe look.\n\nBegun"))
                .bodyText()
                .contains(">We look into it.\n\nBegun</textarea>", "name=\"drafted\" value=\"We look into it.\"");
        assertThat(ask(staff.agent())
                        .header("HX-Request", "true")
                        .param("drafted", "Hello")
                        .param("text", "Good day"))
                .bodyText()
                .contains(">We look into it.\n\nGood day</textarea>");
    }

    @Test
    void withoutScriptsThePageComesBackWithIt() {
        switchOn();
        model.says("We look into it.");
        User agent = staff.agent();

        assertThat(ask(agent)).hasStatus(303).hasRedirectedUrl("/inbox/" + conversation.value());

        assertThat(drafts.find(agent.id(), conversation, Drafts.Kind.REPLY)).contains("We look into it.");
        assertThat(get(agent)).bodyText().contains("We look into it.</textarea>");
    }

    @Test
    void whyThereIsNoneIsSaidAndWhatWasBegunStays() {
        switchOn();
        model.says("Go to https://evil.example/refund");

        assertThat(ask(staff.agent()).header("HX-Request", "true").param("text", "Begun"))
                .hasStatusOk()
                .bodyText()
                .contains("No draft: Its draft held a link", ">Begun</textarea>")
                .doesNotContain("evil.example", "Draft by");
    }

    @Test
    void viewersAskForNone() {
        switchOn();
        assertThat(ask(staff.viewer())).hasStatus(403);
        assertThat(model.asked()).isEmpty();
    }

    private void switchOn() {
        endpoints.save(new SaveEndpoint(
                model.address(),
                "owl-7b",
                "",
                true,
                true,
                false,
                0.5,
                100,
                true,
                staff.manager().id()));
    }

    private MockMvcRequestBuilder get(User user) {
        return mvc.get().uri("/inbox/" + conversation.value()).with(authentication(Staff.signedIn(user)));
    }

    private MockMvcRequestBuilder ask(User user) {
        return mvc.post()
                .uri("/inbox/" + conversation.value() + "/drafts")
                .with(csrf())
                .with(authentication(Staff.signedIn(user)));
    }
}
