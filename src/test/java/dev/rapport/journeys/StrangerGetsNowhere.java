package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rapport.journeys.support.Journey;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Without a session or a token there is the sign-in page, and nothing behind it: every address the application knows is tried. */
@Journey
class StrangerGetsNowhere {

    /** Where people without a session come in; what these say is tested where they are made. */
    private static final Pattern ENTRANCE =
            Pattern.compile("/|/sign-in(/.*)?|/set-up/.*|/invitations/.*|/error|/in/.*|/chat/.*");

    private final String home;
    private final RequestMappingHandlerMapping addresses;
    private final HttpClient client = HttpClient.newHttpClient();

    StrangerGetsNowhere(
            @Value("${rapport.public-url}") String home,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping addresses) {
        this.home = home;
        this.addresses = addresses;
    }

    @Test
    void frontDoorIsTheSignInPage(Visitors visitors) throws Exception {
        assertThat(get("/", "text/html").statusCode()).isEqualTo(200);
        Visitor stranger = visitors.at(home);
        stranger.opens("/");
        assertThat(stranger.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Sign in")))
                .isVisible();
        stranger.opens("/inbox?view=everyone");
        assertThat(stranger.page()).hasURL(Pattern.compile(".*/sign-in\\?next=.*"));
        assertThat(stranger.page().locator(".nav")).hasCount(0);
        assertThat(stranger.faults()).isEmpty();
    }

    @Test
    void everyPageLeadsToTheSignInPage() throws Exception {
        Set<String> pages = known(path -> !path.startsWith("/api/"));
        assertThat(pages).contains("/inbox", "/messages", "/imports/1", "/files/1", "/settings/audit", "/live");
        for (String page : pages) {
            HttpResponse<String> answer = get(page, "text/html");
            assertThat(answer.statusCode()).as(page).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as(page)
                    .contains("/sign-in?next=");
            assertThat(answer.body()).as(page).isEmpty();
        }
    }

    @Test
    void filesAndLiveUpdatesAreClosed() throws Exception {
        assertThat(get("/live", "text/event-stream").statusCode()).isEqualTo(401);
        assertThat(get("/files/1", "image/png").statusCode()).isEqualTo(401);
        assertThat(get("/actuator/env", "application/json").statusCode()).isEqualTo(401);
        assertThat(get("/actuator/health", "application/json").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void programsWithoutATokenAreToldWhatIsMissing() throws Exception {
        Set<String> addressesOfPrograms = known(path -> path.startsWith("/api/"));
        assertThat(addressesOfPrograms).contains("/api/v1/messages/1");
        for (String address : addressesOfPrograms) {
            HttpResponse<String> answer = get(address, "application/json");
            assertThat(answer.statusCode()).as(address).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(address)
                    .startsWith("application/problem+json");
        }
    }

    @Test
    void whoGuessesPasswordsHasToWait(Visitors visitors) {
        Visitor stranger = visitors.at(home);
        stranger.opens("/sign-in");
        for (int guess = 1; guess <= 5; guess++) {
            guess(stranger, "not the password " + guess);
            assertThat(stranger.page().locator("main")).containsText("Address and password do not fit together.");
        }
        guess(stranger, "not the password either");
        assertThat(stranger.page().getByRole(AriaRole.ALERT)).containsText("Too many attempts.");
    }

    private static void guess(Visitor stranger, String password) {
        stranger.field("E-mail address").fill("director@solvane.example");
        stranger.field("Password").fill(password);
        stranger.page().waitForNavigation(() -> stranger.presses("Sign in"));
    }

    /** Every address that can be looked at, with 1 where a number stands. */
    private Set<String> known(Predicate<String> wanted) {
        Set<String> found = new TreeSet<>();
        for (RequestMappingInfo mapping : addresses.getHandlerMethods().keySet()) {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                mapping.getPatternValues().forEach(pattern -> found.add(concrete(pattern)));
            }
        }
        found.removeIf(path -> ENTRANCE.matcher(path).matches() || !wanted.test(path));
        return found;
    }

    private static String concrete(String pattern) {
        return pattern.replaceAll("\\{kind:(\\w+)[^}]*}", "$1").replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", "1");
    }

    private HttpResponse<String> get(String path, String accepted) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(home + path))
                .header("Accept", accepted)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
