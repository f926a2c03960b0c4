package dev.rapport.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.exchange.Webhook;
import dev.rapport.exchange.Webhooks;
import dev.rapport.shared.Sql;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@OnOneDatabase
@TestPropertySource(properties = "rapport.outside.allow=127.0.0.1")
class WebhooksControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Staff staff;

    @Autowired
    private Webhooks webhooks;

    @Autowired
    private Sql sql;

    @Test
    void webhookIsAddedItsSecretShownOnceAndATestSent() {
        assertThat(send(HttpMethod.GET, "/webhooks")).hasStatusOk().bodyText().contains("No system is told anything");
        assertThat(add("CRM", "https://127.0.0.1/hook"))
                .hasStatus(201)
                .bodyText()
                .contains("whsec_");

        assertThat(send(HttpMethod.POST, home() + "/test")).hasRedirectedUrl(home());
        assertThat(send(HttpMethod.GET, home()))
                .hasStatusOk()
                .bodyText()
                .contains("rapport.test", "Waits", "case.opened")
                .doesNotContain("whsec_");
    }

    @Test
    void whatCannotBeTakenComesBackWithTheReason() {
        assertThat(add("", "https://127.0.0.1/hook")).hasStatus(422).bodyText().contains("id=\"name-problem\"");
        assertThat(add("CRM", "https://10.1.2.3/hook"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"url-problem\"");
        assertThat(send(HttpMethod.POST, "/webhooks").param("name", "CRM").param("url", "https://127.0.0.1/"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"event-problem\"");
    }

    @Test
    void givenUpMessageIsSentAgainFromThePage() {
        add("CRM", "https://127.0.0.1/hook").exchange();
        webhooks.test(webhook().id());
        sql.sql("update exchange.webhook_messages set state = 'DEAD', why = 'It answers 500.', status = 500")
                .update();

        assertThat(send(HttpMethod.GET, home())).bodyText().contains("Given up", "Send all given up again");
        assertThat(send(HttpMethod.POST, home() + "/replays")).hasRedirectedUrl(home());
        assertThat(webhooks.messages(webhook().id()).getFirst().tries()).isZero();
    }

    @Test
    void webhookIsTurnedOffChangedAndRemoved() {
        add("CRM", "https://127.0.0.1/hook").exchange();
        String home = home();

        assertThat(send(HttpMethod.POST, home + "/pause")).hasRedirectedUrl(home);
        assertThat(webhook().isOn()).isFalse();
        assertThat(send(HttpMethod.DELETE, home + "/pause")).hasRedirectedUrl(home);
        assertThat(send(HttpMethod.PUT, home)
                        .param("name", "ERP")
                        .param("url", "https://127.0.0.1/other")
                        .param("event", "case.resolved"))
                .hasRedirectedUrl(home);
        assertThat(webhook().events()).containsExactly("case.resolved");
        assertThat(send(HttpMethod.POST, home + "/secret"))
                .hasStatus(201)
                .bodyText()
                .contains("whsec_");
        assertThat(send(HttpMethod.DELETE, home + "/secret/former")).hasRedirectedUrl(home);
        assertThat(send(HttpMethod.DELETE, home)).hasRedirectedUrl("/webhooks");
        assertThat(webhooks.all()).isEmpty();
    }

    @Test
    void agentsHaveNoBusinessThere() {
        var agent = new TestingAuthenticationToken(staff.agent(), "", "ROLE_VIEWER", "ROLE_AGENT");

        assertThat(mvc.get().uri("/webhooks").with(authentication(agent))).hasStatus(403);
    }

    private MockMvcRequestBuilder add(String name, String url) {
        return send(HttpMethod.POST, "/webhooks")
                .param("name", name)
                .param("url", url)
                .param("event", "case.opened");
    }

    private Webhook webhook() {
        return webhooks.all().getFirst();
    }

    private String home() {
        return "/webhooks/" + webhook().id().value();
    }

    private MockMvcRequestBuilder send(HttpMethod method, String path) {
        var manager = new TestingAuthenticationToken(staff.manager(), "", "ROLE_VIEWER", "ROLE_AGENT", "ROLE_MANAGER");
        return mvc.method(method).uri(path).with(authentication(manager)).with(csrf());
    }
}
