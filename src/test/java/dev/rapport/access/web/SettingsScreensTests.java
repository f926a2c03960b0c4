package dev.rapport.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.access.Audit;
import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Role;
import dev.rapport.access.Staff;
import dev.rapport.access.Teams;
import dev.rapport.access.User;
import dev.rapport.access.Users;
import dev.rapport.shared.TeamId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@OnOneDatabase
class SettingsScreensTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Staff staff;

    @Autowired
    private Users users;

    @Autowired
    private Teams teams;

    @Autowired
    private Audit audit;

    @Test
    void settingsBeginWithTheProfile() {
        assertThat(get("/settings", staff.viewer())).hasRedirectedUrl("/settings/profile");
        assertThat(get("/settings/profile", staff.viewer()))
                .hasStatusOk()
                .bodyText()
                .contains("Piet Vos", "piet.vos@solvane.example", "Single-key shortcuts")
                .doesNotContain("/settings/tokens");
    }

    @Test
    void htmxGetsTheMainPartOfTheSamePage() {
        assertThat(get("/settings/users", staff.owner()).header("HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("<title>Users · Rapport</title>", "<main")
                .doesNotContain("<html", "<nav class=\"nav\"");
    }

    @Test
    void viewerChangesTheirOwnProfile() {
        assertThat(post("/settings/profile", staff.viewer())
                        .param("name", "Piet Vos-Janssen")
                        .param("language", "fr")
                        .param("zone", "Europe/Amsterdam")
                        .param("theme", "DARK"))
                .hasRedirectedUrl("/settings/profile");
        User changed = users.find(staff.viewer().id()).orElseThrow();
        assertThat(changed.name()).isEqualTo("Piet Vos-Janssen");
        assertThat(changed.answersKeys()).isFalse();
        assertThat(get("/settings/profile", changed))
                .bodyText()
                .contains("lang=\"fr\"", "data-theme=\"dark\"", "data-keys=\"off\"", "Votre profil");
    }

    @Test
    void namelessProfileIsShownAgainWithWhatIsWrong() {
        assertThat(post("/settings/profile", staff.viewer())
                        .param("name", " ")
                        .param("language", "en")
                        .param("zone", "UTC")
                        .param("theme", "LIGHT"))
                .hasStatus(422)
                .bodyText()
                .contains("Please tell your name", "id=\"name-problem\"");
    }

    @Test
    void managerInvitesAndGetsTheLinkOnce() {
        assertThat(post("/settings/invitations", staff.manager())
                        .param("email", "tove@solvane.example")
                        .param("role", "AGENT"))
                .hasStatus(201)
                .bodyText()
                .containsPattern("value=\"http://localhost:\\d+/invitations/[\\w-]{43}\"");
        assertThat(get("/settings/users", staff.manager()))
                .bodyText()
                .contains("tove@solvane.example", "New link")
                .doesNotContain("/invitations/ey");
    }

    @Test
    void managerCannotInviteAnOwner() {
        assertThat(get("/settings/invitations/new", staff.manager()))
                .bodyText()
                .contains("value=\"MANAGER\"")
                .doesNotContain("value=\"OWNER\"");
        assertThat(post("/settings/invitations", staff.manager())
                        .param("email", "tove@solvane.example")
                        .param("role", "OWNER"))
                .hasStatus(422)
                .bodyText()
                .contains("Your role does not allow this");
    }

    @Test
    void lastOwnerIsToldThatThereMustBeOne() {
        assertThat(post("/settings/users/" + staff.owner().id().value() + "/role", staff.owner())
                        .param("role", "VIEWER"))
                .hasStatus(303)
                .hasRedirectedUrl("/settings/users");
        assertThat(users.find(staff.owner().id()).orElseThrow().role()).isEqualTo(Role.OWNER);
    }

    @Test
    void deactivationIsAResourceThatCanBeTakenAway() {
        String path = "/settings/users/" + staff.agent().id().value() + "/deactivation";
        assertThat(post(path, staff.manager())).hasRedirectedUrl("/settings/users");
        assertThat(users.find(staff.agent().id()).orElseThrow().isActive()).isFalse();
        assertThat(post(path, staff.manager()).param("_method", "DELETE")).hasRedirectedUrl("/settings/users");
        assertThat(users.find(staff.agent().id()).orElseThrow().isActive()).isTrue();
    }

    @Test
    void agentSeesUsersButNoWayToChangeThem() {
        String path = "/settings/users/" + staff.viewer().id().value();
        assertThat(get("/settings/users", staff.agent())).bodyText().doesNotContain("/settings/invitations/new");
        assertThat(get(path, staff.agent())).hasStatusOk().bodyText().doesNotContain("Deactivate", "Change role");
        assertThat(post(path + "/role", staff.agent()).param("role", "AGENT")).hasStatus(403);
    }

    @Test
    void teamGetsItsMembersFromTheForm() {
        assertThat(post("/settings/teams", staff.manager()).param("name", "Care, Nordics"))
                .hasStatus(303);
        TeamId team = teams.all().getFirst().id();
        String path = "/settings/teams/" + team.value();
        assertThat(post(path, staff.manager())
                        .param("name", "Care, Nordics")
                        .param("member", Long.toString(staff.agent().id().value())))
                .hasRedirectedUrl("/settings/teams");
        assertThat(get("/settings/teams", staff.viewer()))
                .bodyText()
                .contains("Care, Nordics", "Amina Diallo")
                .doesNotContain("Create team");
        assertThat(post("/settings/teams", staff.manager()).param("name", "care, nordics"))
                .hasStatus(422)
                .bodyText()
                .contains("Another team has this name");
    }

    @Test
    void tokenIsShownOnceAndListedByItsEnding() {
        assertThat(post("/settings/tokens", staff.manager())
                        .param("name", "Web shop")
                        .param("scope", "messages:write", "messages:read")
                        .param("days", "90"))
                .hasStatus(201)
                .bodyText()
                .containsPattern("value=\"rpt_[\\w-]{43}\"");
        assertThat(get("/settings/tokens", staff.manager()))
                .bodyText()
                .contains("Web shop", "messages:read, messages:write", "never used")
                .doesNotContain("rpt_");
    }

    @Test
    void tokenWithoutScopeIsNotMade() {
        assertThat(post("/settings/tokens", staff.manager())
                        .param("name", "Web shop")
                        .param("days", "90"))
                .hasStatus(422)
                .bodyText()
                .contains("Please choose at least one");
    }

    @Test
    void trailShowsWhoDidWhatAndIsFiltered() {
        users.changeRole(staff.viewer().id(), Role.AGENT, staff.owner());
        post("/settings/teams", staff.manager()).param("name", "Care").exchange();
        assertThat(get("/settings/audit", staff.manager()))
                .bodyText()
                .contains("Role changed", "Piet Vos", "Team created", "Jonas Weber");
        assertThat(get("/settings/audit?action=team.created", staff.manager()))
                .bodyText()
                .contains("<td>Team created</td>")
                .doesNotContain("<td>Role changed</td>");
        assertThat(get("/settings/audit?actor=USER:999999", staff.manager()))
                .bodyText()
                .contains("Nothing of this kind");
    }

    @Test
    void trailGoesOnPageByPage() {
        for (int entry = 0; entry < 51; entry++) {
            audit.record("case.resolved", "case", Integer.toString(entry), Map.of());
        }
        assertThat(get("/settings/audit?action=case.resolved", staff.manager()))
                .bodyText()
                .contains("case 50", "case 1</td>", "before=")
                .doesNotContain("case 0</td>");
    }

    @Test
    void markupInANameIsText() {
        User sly = staff.user("<script>alert(1)</script>", Role.AGENT);
        assertThat(get("/settings/users/" + sly.id().value(), staff.owner()))
                .bodyText()
                .contains("&lt;script&gt;alert")
                .doesNotContain("<script>alert");
    }

    @Test
    void missingUserIsAPageNotAnError() {
        assertThat(get("/settings/users/999999", staff.owner())).hasStatus(404);
    }

    private MockMvcRequestBuilder get(String path, User user) {
        return mvc.get().uri(path).with(authentication(new UserAuthentication(user)));
    }

    private MockMvcRequestBuilder post(String path, User user) {
        return mvc.method(HttpMethod.POST)
                .uri(path)
                .with(authentication(new UserAuthentication(user)))
                .with(csrf());
    }
}
