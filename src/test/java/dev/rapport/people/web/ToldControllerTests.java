package dev.rapport.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.access.User;
import dev.rapport.people.AddPerson;
import dev.rapport.people.Origin;
import dev.rapport.people.People;
import dev.rapport.people.PersonFacts;
import dev.rapport.shared.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OnOneDatabase
@TestPropertySource(properties = "rapport.batch.workers=0")
class ToldControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private People people;

    @Autowired
    private Staff staff;

    private User piet;

    @BeforeEach
    void pietIsAViewer() {
        piet = staff.viewer();
    }

    @Test
    void whoeverWorksHereMayWriteDownWhatTheyHeard() {
        MvcTestResult answer = post("who", "", "words", "She loves the new case.");

        assertThat(answer).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/told");
    }

    @Test
    void deviceMayKeepTheFormWithoutAnybodysName() {
        MvcTestResult form = get("/told/offline");

        assertThat(form).hasStatusOk().bodyText().contains("data-offline", "There is no network.");
        assertThat(form).bodyText().doesNotContain(piet.name());
    }

    @Test
    void workerServesThePageAndNothingElse() {
        assertThat(get("/told/worker.js"))
                .hasStatusOk()
                .hasHeader("Service-Worker-Allowed", "/told")
                .hasContentTypeCompatibleWith("text/javascript");
    }

    @Test
    void nameOfNobodyIsSomebodyNew() {
        assertThat(speakers("Tomas")).bodyText().contains("Somebody new", "value=\"new\" checked");
    }

    @Test
    void onlyPersonOfThatNameIsChosen() {
        PersonId maren = person("Maren Holt");

        assertThat(speakers("maren holt")).bodyText().contains("value=\"" + maren.value() + "\" checked");
    }

    @Test
    void nameOfTwoAsksWhichOfThem() {
        person("Maren Holt");
        person("Maren Holt");

        MvcTestResult answer = post("who", "Maren Holt", "words", "It broke.");

        assertThat(answer).hasStatus(422).bodyText().contains("Choose who it was.", "It broke.");
    }

    @Test
    void daysToComeAreRefused() {
        assertThat(post("words", "It broke.", "on", "2999-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose today or a day before.");
    }

    @Test
    void pageAboutAPersonKnowsWhoItIs() {
        PersonId maren = person("Maren Holt");

        assertThat(mvc.get().uri("/told?person={id}", maren.value()).with(authentication(as(piet))))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"Maren Holt\"", "value=\"" + maren.value() + "\" checked");
    }

    @Test
    void whatWasTypedIsEscaped() {
        assertThat(speakers("<b>x")).bodyText().contains("&lt;b&gt;x").doesNotContain("<b>x");
    }

    private PersonId person(String name) {
        return people.add(new AddPerson(PersonFacts.named(name), Origin.ENTERED, piet.id()));
    }

    private MvcTestResult speakers(String who) {
        return mvc.get()
                .uri("/told/speakers")
                .param("who", who)
                .with(authentication(as(piet)))
                .exchange();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(authentication(as(piet))).exchange();
    }

    private MvcTestResult post(String... fields) {
        MockMvcTester.MockMvcRequestBuilder request =
                mvc.post().uri("/told").with(authentication(as(piet))).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static TestingAuthenticationToken as(User user) {
        return new TestingAuthenticationToken(user, "", "ROLE_VIEWER");
    }
}
