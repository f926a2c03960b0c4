package dev.rapport.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.shared.SignedIn;
import dev.rapport.shared.Theme;
import dev.rapport.shared.UserId;
import gg.jte.Content;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.servlet.View;

class ScreensTests {

    private final Screens screens = new Screens(
            new Texts(),
            new Languages(new Texts()),
            new Assets(),
            Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC),
            false);
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/inbox");

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void unknownTemplateIsLeftToOthers() {
        assertThat(screens.resolveViewName("no/such", Locale.ENGLISH)).isNull();
        assertThat(screens.resolveViewName("forward:/inbox", Locale.ENGLISH)).isNull();
    }

    @Test
    void redirectAsksForTheNextPageWithGet() throws Exception {
        View view = Objects.requireNonNull(screens.resolveViewName("redirect:/inbox", Locale.ENGLISH));
        MockHttpServletResponse response = new MockHttpServletResponse();
        view.render(Map.of(), new MockHttpServletRequest("POST", "/imports"), response);
        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(response.getHeader("Location")).isEqualTo("/inbox");
    }

    @Test
    void strangerReadsTheLanguageTheBrowserAsksFor() throws Exception {
        request.addHeader("Accept-Language", "de, fr-CA;q=0.8, en;q=0.5");
        assertThat(errorPage()).contains("<html lang=\"fr\"", "Il n’y a rien ici");
    }

    @Test
    void brokenLanguageHeaderReadsAsEnglish() throws Exception {
        request.addHeader("Accept-Language", "§§;q=x");
        assertThat(errorPage()).contains("There is nothing here");
    }

    @Test
    void staticFilesAreNamedByTheirContents() throws Exception {
        assertThat(errorPage()).containsPattern("href=\"/assets/[0-9a-f]{12}/css/layers.css\"");
    }

    @Test
    void userReadsOwnLanguageAndTheme() throws Exception {
        signIn();
        assertThat(page())
                .contains("<!doctype html>", "lang=\"fr\"", "data-theme=\"dark\"", "Boîte de réception", "hello");
    }

    @Test
    void chosenPageIsMarkedInTheNavigation() throws Exception {
        signIn();
        assertThat(page())
                .contains("href=\"/inbox\" aria-current=\"page\"")
                .doesNotContain("\"/imports\" aria-current");
    }

    @Test
    void htmxGetsTitleAndMainPartOnly() throws Exception {
        signIn();
        request.addHeader("HX-Request", "true");
        assertThat(page()).contains("<title>T · Rapport</title>", "id=\"main\"").doesNotContain("<html", "<nav");
    }

    @Test
    void boostedLinkGetsTheWholePage() throws Exception {
        signIn();
        request.addHeader("HX-Request", "true");
        request.addHeader("HX-Boosted", "true");
        assertThat(page()).contains("<html", "<nav");
    }

    @Test
    void toastCarriesItsUndoForm() throws Exception {
        signIn();
        Toast toast = Toast.of("toast.copied").undoneBy("DELETE", "/cases/117/resolution");
        assertThat(page(Map.of("toast", toast)))
                .contains("Copié", "action=\"/cases/117/resolution\"", "name=\"_method\" value=\"DELETE\"");
    }

    private String errorPage() throws Exception {
        return drawn("shared/error", Map.of("page", new ErrorPage(404, "missing")));
    }

    private String page() throws Exception {
        return page(Map.of());
    }

    private String page(Map<String, Object> more) throws Exception {
        Map<String, Object> model = new HashMap<>(more);
        model.put("title", "T");
        model.put("content", (Content) output -> output.writeContent("hello"));
        return drawn("layout/page", model);
    }

    private String drawn(String name, Map<String, ?> model) throws Exception {
        request.setAttribute(CsrfToken.class.getName(), new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "t"));
        View view = Objects.requireNonNull(screens.resolveViewName(name, Locale.ENGLISH));
        MockHttpServletResponse response = new MockHttpServletResponse();
        view.render(model, request, response);
        return response.getContentAsString();
    }

    private static void signIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(new Reader(), null, List.of()));
    }

    private record Reader() implements SignedIn {

        @Override
        public UserId id() {
            return UserId.of(1L);
        }

        @Override
        public String name() {
            return "Inês Carvalho";
        }

        @Override
        public Locale language() {
            return Locale.FRENCH;
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Theme theme() {
            return Theme.DARK;
        }

        @Override
        public boolean answersKeys() {
            return true;
        }

        @Override
        public boolean canAnswer() {
            return true;
        }

        @Override
        public boolean canManage() {
            return false;
        }

        @Override
        public boolean isOwner() {
            return false;
        }
    }
}
