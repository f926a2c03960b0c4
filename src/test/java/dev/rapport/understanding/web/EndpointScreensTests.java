package dev.rapport.understanding.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.access.User;
import dev.rapport.understanding.endpoint.Endpoint;
import dev.rapport.understanding.endpoint.Endpoints;
import dev.rapport.understanding.endpoint.StubModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OnOneDatabase
@TestPropertySource(properties = "rapport.outside.allow=127.0.0.1")
class EndpointScreensTests {

    private static final String PAGE = "/understanding/endpoint";
    private static final String KEY = "a-key-of-theirs";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Endpoints endpoints;

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient jdbc;

    private final StubModel model = new StubModel();

    @AfterEach
    void nobodyAnswersAnyMore() {
        model.close();
    }

    @Test
    void onlyManagersSeeAndChangeIt() {
        for (User other : List.of(staff.viewer(), staff.agent())) {
            assertThat(get(PAGE, other)).hasStatus(403);
            assertThat(save(other)).hasStatus(403);
            assertThat(send(HttpMethod.POST, PAGE + "/trial", other)).hasStatus(403);
            assertThat(send(HttpMethod.POST, PAGE + "/pause", other)).hasStatus(403);
            assertThat(send(HttpMethod.DELETE, PAGE, other)).hasStatus(403);
            assertThat(get("/understanding/reasons", other)).bodyText().doesNotContain(PAGE);
        }
        assertThat(get("/understanding/reasons", staff.manager())).bodyText().contains("href=\"" + PAGE + "\"");
        assertThat(model.asked()).isEmpty();
    }

    @Test
    void itIsOffUntilItIsEnteredWithConsent() {
        assertThat(get(PAGE, staff.manager()))
                .hasStatusOk()
                .bodyText()
                .contains("aria-current=\"page\"", "Off. Nothing leaves this house.", "What leaves this house");

        assertThat(form(staff.manager(), Map.of("address", model.address(), "model", "owl-7b", "readings", "true")))
                .hasStatus(422)
                .bodyText()
                .contains("Without your consent nothing is sent.", "value=\"owl-7b\"");
        assertThat(endpoints.find()).isEmpty();

        assertThat(save(staff.manager())).hasStatus(303).hasRedirectedUrl(PAGE);
        assertThat(get(PAGE, staff.manager()))
                .bodyText()
                .contains(">On<", "owl-7b", "127.0.0.1", "0 of 200", "One is kept")
                .doesNotContain(KEY);
        assertThat(jdbc.sql("select facts::text from access.audit_entries where action = 'second-reader.switched-on'")
                        .query(String.class)
                        .single())
                .contains("owl-7b")
                .doesNotContain(KEY);
    }

    @Test
    void wordsInFieldsStayWords() {
        assertThat(form(staff.manager(), Map.of("address", "\"><script>alert(1)</script>", "model", "<b>m</b>")))
                .hasStatus(422)
                .bodyText()
                .doesNotContain("<script>alert", "<b>m</b>");
    }

    @Test
    void itIsTriedAndSaysWhatCameBack() {
        save(staff.manager()).exchange();
        model.says("{\"polarity\": \"negative\", \"confidence\": 0.9, \"targets\": []}");

        MvcTestResult tried =
                send(HttpMethod.POST, PAGE + "/trial", staff.manager()).exchange();
        assertThat(tried).hasStatus(303).hasRedirectedUrl(PAGE + "#tried");
        assertThat(get(PAGE, staff.manager()).cookie(tried.getResponse().getCookies()))
                .bodyText()
                .contains("id=\"tried\"", "order [number1]", "bad", "90%", "1 of 200", "42");

        model.says("<i>negative</i>, I think");
        MvcTestResult flawed =
                send(HttpMethod.POST, PAGE + "/trial", staff.manager()).exchange();
        assertThat(get(PAGE, staff.manager()).cookie(flawed.getResponse().getCookies()))
                .bodyText()
                .contains("was not the JSON that was asked for", "&lt;i&gt;negative&lt;/i&gt;, I think");
    }

    @Test
    void troubleAndPauseAreShown() {
        save(staff.manager()).exchange();
        model.answers(429, Map.of("Retry-After", "600"), "");
        send(HttpMethod.POST, PAGE + "/trial", staff.manager()).exchange();

        assertThat(get(PAGE, staff.manager()))
                .bodyText()
                .contains("Pauses", "It wants fewer calls for a while. (HTTP 429)", "Of no use", "once");
    }

    @Test
    void itIsSwitchedOffAtOnceAndForgotten() {
        save(staff.manager()).exchange();

        assertThat(send(HttpMethod.POST, PAGE + "/pause", staff.manager())).hasRedirectedUrl(PAGE);
        assertThat(endpoints.find()).get().extracting(Endpoint::isOn).isEqualTo(false);
        assertThat(get(PAGE, staff.manager())).bodyText().contains(">Off<").doesNotContain(PAGE + "/trial");

        assertThat(send(HttpMethod.DELETE, PAGE, staff.manager())).hasRedirectedUrl(PAGE);
        assertThat(endpoints.find()).isEmpty();
    }

    private MockMvcRequestBuilder save(User user) {
        return form(
                user,
                Map.of(
                        "address", model.address(),
                        "model", "owl-7b",
                        "key", KEY,
                        "readings", "true",
                        "below", "50",
                        "callsADay", "200",
                        "consents", "true"));
    }

    private MockMvcRequestBuilder form(User user, Map<String, String> fields) {
        MockMvcRequestBuilder request = send(HttpMethod.PUT, PAGE, user);
        fields.forEach(request::param);
        return request;
    }

    private MockMvcRequestBuilder get(String path, User user) {
        return mvc.get().uri(path).with(authentication(Staff.signedIn(user)));
    }

    private MockMvcRequestBuilder send(HttpMethod method, String path, User user) {
        return mvc.method(method).uri(path).with(csrf()).with(authentication(Staff.signedIn(user)));
    }
}
