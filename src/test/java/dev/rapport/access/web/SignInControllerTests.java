package dev.rapport.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.access.EmailAddress;
import dev.rapport.access.Invitations;
import dev.rapport.access.InviteUser;
import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.OwnerLinks;
import dev.rapport.access.Role;
import dev.rapport.access.SignInLinks;
import dev.rapport.access.Staff;
import dev.rapport.access.Users;
import dev.rapport.shared.Sql;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sessions and attempts are stored in transactions of their own, so these tests commit. */
@OnOneDatabase
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class SignInControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Staff staff;

    @Autowired
    private Users users;

    @Autowired
    private OwnerLinks ownerLinks;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private Invitations invitations;

    @Autowired
    private CsrfTokenRepository formTokens;

    @Autowired
    private Sql sql;

    @AfterEach
    void goHome() {
        TestSecurityContextHolder.clearContext();
        staff.goHome();
    }

    @Test
    void strangerSeesTheSignInPageAtTheRoot() {
        assertThat(mvc.get().uri("/"))
                .hasStatusOk()
                .bodyText()
                .contains("<h1>Sign in</h1>", "name=\"_csrf\"", "autocomplete=\"current-password\"");
    }

    @Test
    void formTokenTravelsInACookieOfItsOwn() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        MockHttpServletResponse response = new MockHttpServletResponse();
        formTokens.saveToken(formTokens.generateToken(request), request, response);
        Cookie cookie = Objects.requireNonNull(response.getCookie("rapport-form"));
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void signedInUserIsLedInside() {
        assertThat(mvc.get().uri("/").with(authentication(new UserAuthentication(staff.viewer()))))
                .hasStatus(303)
                .hasRedirectedUrl("/home");
    }

    @Test
    void rightPasswordLeadsToTheWantedPageInASession() {
        MvcTestResult result = signIn(staff.agent().email(), Staff.PASSWORD, "/settings/teams");
        assertThat(result).hasStatus(303).hasRedirectedUrl("/settings/teams");
        assertThat(mvc.get().uri("/settings/teams").cookie(session(result)))
                .hasStatusOk()
                .bodyText()
                .contains("Amina Diallo");
    }

    @Test
    void sessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        Cookie cookie = session(signIn(staff.agent().email(), Staff.PASSWORD, ""));
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualToIgnoringCase("lax");
    }

    @Test
    void wrongPasswordKeepsTheAddressAndTellsNoMore() {
        assertThat(signIn(staff.agent().email(), "not the password", ""))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Address and password do not fit together",
                        "value=\"" + staff.agent().email() + "\"");
    }

    @Test
    void manyFailuresAreToldWhenToTryAgain() {
        signIn("guessed@solvane.example", "guess", "");
        sql.sql("update access.sign_in_attempts set blocked_until = now() + interval '50 seconds'")
                .update();
        assertThat(signIn("guessed@solvane.example", "guess", ""))
                .hasStatus(429)
                .containsHeader("Retry-After")
                .bodyText()
                .contains("Too many attempts. Please try again in one minute.");
    }

    @Test
    void roleCountsAtOnceAndDeactivationEndsTheSession() {
        Cookie session = session(signIn(staff.agent().email(), Staff.PASSWORD, ""));
        users.changeRole(staff.agent().id(), Role.MANAGER, staff.owner());
        assertThat(mvc.get().uri("/settings/tokens").cookie(session)).hasStatusOk();
        users.deactivate(staff.agent().id(), staff.owner());
        assertThat(mvc.get().uri("/settings/profile").cookie(session)).hasStatus(302);
    }

    @Test
    void signingOutEndsTheSession() {
        Cookie session = session(signIn(staff.agent().email(), Staff.PASSWORD, ""));
        assertThat(mvc.post().uri("/sign-out").cookie(session).with(csrf())).hasRedirectedUrl("/sign-in?signed-out");
        assertThat(mvc.get().uri("/settings/profile").cookie(session)).hasStatus(302);
    }

    @Test
    void signInLinkIsUsedUpByItsButtonNotByLooking() {
        String path = path(signInLinks.issue(staff.agent().id()));
        assertThat(mvc.get().uri(path)).hasStatusOk();
        assertThat(mvc.get().uri(path)).hasStatusOk();
        assertThat(mvc.post().uri(path).with(csrf())).hasRedirectedUrl("/home");
        assertThat(mvc.post().uri(path).with(csrf())).hasStatus(410);
        assertThat(mvc.get().uri(path)).hasStatus(410).bodyText().contains("does not work any more");
    }

    @Test
    void ownerLinkMakesAnOwnerAndSignsThemIn() {
        String path = path(ownerLinks.issue());
        assertThat(mvc.get().uri(path)).hasStatusOk().bodyText().contains("Create the owner");
        MvcTestResult result = come(path, "new@solvane.example", "walnut ferry ladder");
        assertThat(result).hasRedirectedUrl("/home");
        assertThat(mvc.get().uri("/settings/tokens").cookie(session(result))).hasStatusOk();
        assertThat(come(path, "other@solvane.example", "walnut ferry ladder")).hasStatus(410);
    }

    @Test
    void weakPasswordDoesNotUseUpTheLink() {
        String path = path(ownerLinks.issue());
        assertThat(come(path, "new@solvane.example", "password1234"))
                .hasStatus(422)
                .bodyText()
                .contains("among the first that are tried", "aria-invalid=\"true\"")
                .doesNotContain("password1234");
        assertThat(mvc.get().uri(path)).hasStatusOk();
    }

    @Test
    void invitedPersonComesInUnderTheInvitedAddressOnly() {
        InviteUser invite = new InviteUser(new EmailAddress("tove@solvane.example"), Role.AGENT, Set.of());
        String path = path(invitations.invite(invite, staff.owner()));
        assertThat(mvc.get().uri(path)).hasStatusOk().bodyText().contains("tove@solvane.example", "Agent");
        MvcTestResult result = come(path, "someone.else@solvane.example", "walnut ferry ladder");
        assertThat(mvc.get().uri("/settings/profile").cookie(session(result)))
                .bodyText()
                .contains("tove@solvane.example");
        assertThat(mvc.get().uri(path)).hasStatus(410);
    }

    private MvcTestResult come(String path, String email, String password) {
        return mvc.post()
                .uri(path)
                .param("email", email)
                .param("name", "Tove Lind")
                .param("password", password)
                .param("zone", "Europe/Stockholm")
                .with(csrf())
                .exchange();
    }

    private MvcTestResult signIn(String email, String password, String next) {
        return mvc.post()
                .uri("/sign-in")
                .param("email", email)
                .param("password", password)
                .param("next", next)
                .with(csrf())
                .exchange();
    }

    private static Cookie session(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getCookie("rapport-session"));
    }

    private static String path(String link) {
        return link.replaceFirst("https?://[^/]+", "");
    }
}
