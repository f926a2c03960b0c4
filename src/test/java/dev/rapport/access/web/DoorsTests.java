package dev.rapport.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.access.IssueToken;
import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Scope;
import dev.rapport.access.Staff;
import dev.rapport.access.Tokens;
import dev.rapport.access.User;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every address that any module answers. */
@OnOneDatabase
class DoorsTests {

    /** What strangers may see, because it is how they come in. */
    private static final Set<String> OPEN =
            Set.of("/", "/sign-in", "/sign-in/link/{secret}", "/set-up/{secret}", "/invitations/{secret}", "/error");

    /** What viewers may change: what is their own. */
    private static final String OWN = "/settings/profile";

    /** Everybody who works here meets customers and may write down what they said. */
    private static final String TOLD = "/told";

    /** Asks by POST and changes nothing. */
    private static final String ASKS = "/api/v1/identities/resolve";

    /** Where other people's programs and visitors of websites come in: each request proves itself, nobody signs in. */
    private static final List<String> OUTSIDE = List.of("/in/", "/chat/");

    private record Address(HttpMethod method, String pattern) {

        String path() {
            return pattern.replaceAll("\\{[^}]*}", "1").replace("/**", "/x").replace("*", "x");
        }

        boolean isReading() {
            return method == HttpMethod.GET;
        }

        boolean isApi() {
            return pattern.startsWith("/api");
        }
    }

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private Staff staff;

    @Autowired
    private Tokens tokens;

    @Test
    void strangerGetsNowhere() {
        assertThat(addresses().filter(address -> !OPEN.contains(address.pattern())))
                .isNotEmpty()
                .allSatisfy(address -> {
                    MvcTestResult result = mvc.perform(request(address).with(csrf()));
                    int status = result.getResponse().getStatus();
                    if (status == 302) {
                        assertThat(result).redirectedUrl().startsWith("/sign-in");
                    } else {
                        assertThat(status).isEqualTo(401);
                    }
                });
    }

    @Test
    void whoComesFromOutsideWithoutASecretGetsNothing() {
        assertThat(everyAddress().filter(DoorsTests::isOutside))
                .isNotEmpty()
                .allSatisfy(address -> assertThat(mvc.perform(request(address))).hasStatus4xxClientError());
    }

    @Test
    void viewerChangesNothingButTheirOwn() {
        UserAuthentication viewer = new UserAuthentication(staff.viewer());
        assertThat(addresses()
                        .filter(address -> !address.isReading())
                        .filter(address -> !OPEN.contains(address.pattern()))
                        .filter(address -> !address.pattern().startsWith(OWN))
                        .filter(address -> !address.pattern().equals(TOLD))
                        .filter(address -> !address.pattern().equals(ASKS)))
                .isNotEmpty()
                .allSatisfy(address -> assertThat(mvc.perform(
                                request(address).with(authentication(viewer)).with(csrf())))
                        .hasStatus(403));
    }

    @Test
    void nothingIsChangedWithoutTheFormsToken() {
        UserAuthentication owner = new UserAuthentication(staff.owner());
        assertThat(addresses().filter(address -> !address.isReading()).filter(address -> !address.isApi()))
                .isNotEmpty()
                .allSatisfy(address -> assertThat(mvc.perform(request(address).with(authentication(owner))))
                        .hasStatus(403));
    }

    @Test
    void agentDoesNotReachWhatIsTheManagers() {
        UserAuthentication agent = new UserAuthentication(staff.agent());
        for (String path : List.of("/settings/tokens", "/settings/audit", "/settings/invitations/new")) {
            assertThat(mvc.perform(mvc.get().uri(path).with(authentication(agent))))
                    .hasStatus(403);
        }
    }

    @Test
    void strangerIsLedToThePageTheyWantedAfterSigningIn() {
        assertThat(mvc.get().uri("/settings/users?x=1").accept(MediaType.TEXT_HTML))
                .hasStatus(302)
                .hasRedirectedUrl("/sign-in?next=%2Fsettings%2Fusers%3Fx%3D1");
    }

    @Test
    void swappedPartOfAPageLeadsTheWholePageToSignIn() {
        assertThat(mvc.get().uri("/settings/users").header("HX-Request", "true"))
                .hasStatus(401)
                .hasHeader("HX-Redirect", "/sign-in");
    }

    @Test
    void everyAnswerCarriesTheStrictPolicy() {
        MvcTestResult result = mvc.get().uri("/").exchange();
        assertThat(result)
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Referrer-Policy", "same-origin");
        assertThat(result.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void healthSaysUpAndNothingElse() {
        assertThat(mvc.get().uri("/actuator/health")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"status":"UP"}
                """);
        assertThat(mvc.get().uri("/actuator/env")).hasStatus(302);
    }

    @Test
    void programWithoutTokenIsToldWhatToDo() {
        assertThat(mvc.get().uri("/api/v1/nothing"))
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Bearer")
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("Authorization: Bearer", "Settings");
    }

    @Test
    void badTokenIsRefusedEvenWhereTheSessionWouldDo() {
        UserAuthentication owner = new UserAuthentication(staff.owner());
        assertThat(mvc.get()
                        .uri("/api/v1/nothing")
                        .with(authentication(owner))
                        .header("Authorization", "Bearer rpt_wrong"))
                .hasStatus(401);
    }

    @Test
    void readingTokenWritesNothing() {
        String secret = token(Scope.MESSAGES_READ);
        assertThat(mvc.post().uri("/api/v1/nothing").header("Authorization", "Bearer " + secret))
                .hasStatus(403)
                .bodyText()
                .contains("scope");
    }

    @Test
    void goodTokenPassesTheDoor() {
        String secret = token(Scope.MESSAGES_WRITE);
        assertThat(mvc.post().uri("/api/v1/nothing").header("Authorization", "Bearer " + secret))
                .hasStatus(404);
    }

    @Test
    void tokenOpensNoScreen() {
        assertThat(mvc.get().uri("/settings/users").header("Authorization", "Bearer " + token(Scope.MESSAGES_READ)))
                .hasStatus(302);
    }

    private String token(Scope scope) {
        User manager = staff.manager();
        return tokens.issue(new IssueToken("Shop", Set.of(scope), Tokens.USUAL_LIFE), manager.id())
                .secret();
    }

    private Stream<Address> addresses() {
        return everyAddress().filter(address -> !isOutside(address));
    }

    private Stream<Address> everyAddress() {
        return mappings.getHandlerMethods().keySet().stream().flatMap(DoorsTests::addresses);
    }

    private static boolean isOutside(Address address) {
        return OUTSIDE.stream().anyMatch(address.pattern()::startsWith);
    }

    private static Stream<Address> addresses(RequestMappingInfo mapping) {
        Set<RequestMethod> declared = mapping.getMethodsCondition().getMethods();
        RequestMethod[] any = {RequestMethod.GET, RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE};
        Stream<RequestMethod> methods = declared.isEmpty() ? Arrays.stream(any) : declared.stream();
        return methods.flatMap(method ->
                mapping.getPatternValues().stream().map(pattern -> new Address(method.asHttpMethod(), pattern)));
    }

    private MockMvcTester.MockMvcRequestBuilder request(Address address) {
        return mvc.method(address.method()).uri(address.path()).accept(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON);
    }
}
