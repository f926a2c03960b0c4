package dev.rapport.desk.find;

import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.access.User;
import dev.rapport.cases.CaseId;
import dev.rapport.cases.Cases;
import dev.rapport.cases.OpenCase;
import dev.rapport.cast.Customers;
import dev.rapport.cast.Voices;
import dev.rapport.conversations.ConversationId;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@OnOneDatabase
class SuggestionsControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Staff staff;

    @Autowired
    private Cases cases;

    @Autowired
    private JdbcClient jdbc;

    private PersonId person;
    private CaseId id;
    private ConversationId conversation;

    @BeforeEach
    void somebodyWhoSaidSomething() {
        Voices voices = new Voices(jdbc);
        person = new Customers(jdbc).person("Zelda Quist");
        ProfileId profile = voices.profile("mail", "zelda@example.org", "Zelda");
        conversation = voices.conversation(1, "find-1", "PRIVATE", profile);
        voices.says(conversation, profile, "The <i>chandelier</i> flickers", NOON);
        id = cases.open(OpenCase.byHand(conversation, null, ""));
    }

    @Test
    void personIsFoundByTheBeginningOfAName() {
        assertThat(find("zel", staff.viewer())).bodyText().contains("/people/" + person.value(), "Zelda Quist");
    }

    @Test
    void caseIsFoundByItsNumber() {
        assertThat(find(id.toString(), staff.viewer())).bodyText().contains("href=\"/cases/" + id + "\"");
        assertThat(find("case " + id, staff.viewer())).bodyText().contains("href=\"/cases/" + id + "\"");
    }

    @Test
    void conversationIsFoundByWordsSaidInIt() {
        assertThat(find("chandel", staff.viewer()))
                .bodyText()
                .contains("/inbox/" + conversation.value() + "#message-", "&lt;i&gt;chandelier")
                .doesNotContain("<i>chandelier");
    }

    @Test
    void pagesAreFoundByTheirNameAndOnlyByThoseWhoMayOpenThem() {
        assertThat(find("audit", staff.manager())).bodyText().contains("/settings/audit");
        assertThat(find("audit", staff.viewer())).bodyText().doesNotContain("/settings/audit");
        assertThat(find("new per", staff.viewer())).bodyText().doesNotContain("/people/new");
        assertThat(find("", staff.viewer())).bodyText().contains("href=\"/home\"");
    }

    @Test
    void searchHasPersonsAndCasesBesideMessages() {
        assertThat(mvc.get().uri("/search?words=zelda").with(authentication(as(staff.viewer()))))
                .hasStatusOk()
                .bodyText()
                .contains("Zelda Quist", "/people/" + person.value());
    }

    private MockMvcRequestBuilder find(String words, User user) {
        return mvc.get().uri("/search/suggestions").param("words", words).with(authentication(as(user)));
    }

    private static TestingAuthenticationToken as(User user) {
        return new TestingAuthenticationToken(user, "", "ROLE_VIEWER");
    }
}
