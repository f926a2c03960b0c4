package dev.rapport.channels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.access.User;
import dev.rapport.channels.Inbox;
import dev.rapport.channels.Inboxes;
import dev.rapport.channels.PushedInboxes;
import dev.rapport.shared.Sql;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@OnOneDatabase
class PushedControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Staff staff;

    @Autowired
    private Inboxes inboxes;

    @Autowired
    private PushedInboxes pushed;

    @Autowired
    private Sql sql;

    @Test
    void kindsAreListedAndThoseNotProvenSaySo() {
        assertThat(get("/channels/new", staff.manager()))
                .hasStatusOk()
                .bodyText()
                .contains("Website chat", "Discourse forum", "WhatsApp", "Not yet proven");
        assertThat(get("/channels/kinds/slack", staff.manager()))
                .bodyText()
                .contains("Not yet proven against the live service of Slack");
        assertThat(get("/channels/kinds/webhook", staff.manager())).bodyText().doesNotContain("Not yet proven");
        assertThat(get("/channels/new", staff.agent())).hasStatus(403);
        assertThat(get("/channels/kinds/nothing", staff.manager())).hasStatus(404);
    }

    @Test
    void secretWeMakeIsShownOnceWithTheAddress() {
        assertThat(connect("Shop")).hasStatus(201).bodyText().contains("whsec_", address());
        assertThat(get(home(), staff.manager()))
                .hasStatusOk()
                .bodyText()
                .contains(address(), "Nothing has been delivered yet.")
                .doesNotContain("whsec_");
        assertThat(get(home(), staff.viewer())).hasStatusOk().bodyText().doesNotContain(address());
    }

    @Test
    void emptyFormComesBackWithWhatIsMissing() {
        assertThat(send(HttpMethod.POST, "/channels/kinds/discourse", staff.manager())
                        .param("name", "Forum")
                        .param("server", "forum"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"server-problem\"", "id=\"username-problem\"", "id=\"api-key-problem\"");
    }

    @Test
    void placeThatDoesNotLetUsInIsNotConnected() {
        assertThat(send(HttpMethod.POST, "/channels/kinds/nodebb", staff.manager())
                        .param("name", "Forum")
                        .param("server", "https://10.0.0.1")
                        .param("username", "us")
                        .param("token", "hush"))
                .hasStatus(422)
                .bodyText()
                .contains("Nothing was saved")
                .doesNotContain("hush");
        assertThat(inboxes.byName("Forum")).isEmpty();
    }

    @Test
    void websitesOfAChatAreNamedAsBrowsersNameThem() {
        assertThat(send(HttpMethod.POST, "/channels/kinds/chat", staff.manager())
                        .param("name", "Shop")
                        .param("origins", "www.example.org/shop"))
                .hasStatus(422)
                .bodyText()
                .contains("is not how a website is named");
    }

    @Test
    void secretIsExchangedAndTheFormerOneEnded() {
        connect("Shop").exchange();

        assertThat(send(HttpMethod.POST, home() + "/secrets/signing", staff.manager()))
                .hasStatus(201)
                .bodyText()
                .contains("whsec_");
        assertThat(get(home(), staff.manager())).bodyText().contains("the former one still counts");
        assertThat(send(HttpMethod.DELETE, home() + "/secrets/signing/former", staff.manager()))
                .hasRedirectedUrl(home());
        assertThat(pushed.secretsOf(shop().id())).containsExactly("signing");
        assertThat(send(HttpMethod.POST, home() + "/secrets/signing", staff.agent()))
                .hasStatus(403);
    }

    @Test
    void deliveryForNobodyIsShownAndReadAgain() {
        connect("Shop").exchange();
        long id = sql.sql("""
                insert into channels.deliveries (inbox_id, event_id, headers, body, state, why, tries, received_at)
                values (:inbox, 'e1', '{}', convert_to('[{"id":"1"}]', 'UTF8'), 'PARKED', 'Text is <missing>', 5, now()) returning id
                """).param("inbox", shop().id()).single(Long.class);

        assertThat(get(home(), staff.viewer()))
                .bodyText()
                .contains("Could not be read", "Text is &lt;missing&gt;")
                .doesNotContain("Read again");
        assertThat(send(HttpMethod.POST, home() + "/deliveries/" + id + "/attempt", staff.manager()))
                .hasRedirectedUrl(home());
        assertThat(get(home(), staff.manager())).bodyText().contains("Read again", "text");

        sql.sql("""
                update channels.deliveries set body = convert_to(
                  '{"id":"1","author":"amira","said_at":"2026-11-02T09:00:00Z","text":"At last"}', 'UTF8') where id = :id
                """).param("id", id).updateOne();
        send(HttpMethod.POST, home() + "/deliveries/" + id + "/attempt", staff.manager())
                .exchange();
        assertThat(sql.sql("select state from channels.deliveries where id = :id")
                        .param("id", id)
                        .single(String.class))
                .isEqualTo("TAKEN");
    }

    @Test
    void nameAndSettingsAreChanged() {
        connect("Shop").exchange();
        String page = home();

        assertThat(send(HttpMethod.PUT, page + "/settings", staff.manager()).param("name", "Web shop"))
                .hasRedirectedUrl(page);
        assertThat(inboxes.byName("Web shop")).isPresent();
    }

    private MockMvcRequestBuilder connect(String name) {
        return send(HttpMethod.POST, "/channels/kinds/webhook", staff.manager()).param("name", name);
    }

    private Inbox shop() {
        return inboxes.byName("Shop").orElseThrow();
    }

    private String home() {
        return "/channels/" + shop().id().value();
    }

    private String address() {
        return "/in/webhook/" + pushed.door(shop().id()).orElseThrow();
    }

    private MockMvcRequestBuilder get(String path, User user) {
        return mvc.get().uri(path).with(authentication(Staff.signedIn(user)));
    }

    private MockMvcRequestBuilder send(HttpMethod method, String path, User user) {
        return mvc.method(method)
                .uri(path)
                .with(authentication(Staff.signedIn(user)))
                .with(csrf());
    }
}
