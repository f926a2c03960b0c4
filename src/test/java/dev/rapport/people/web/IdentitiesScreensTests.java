package dev.rapport.people.web;

import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.access.User;
import dev.rapport.cast.Voices;
import dev.rapport.people.AddPerson;
import dev.rapport.people.Origin;
import dev.rapport.people.People;
import dev.rapport.people.PersonFacts;
import dev.rapport.people.Replays;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@OnOneDatabase
class IdentitiesScreensTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private People people;

    @Autowired
    private Replays replays;

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient jdbc;

    private PersonId tomas;

    @BeforeEach
    void theCast() {
        tomas = people.add(new AddPerson(PersonFacts.named("Tomas Lindqvist"), Origin.ENTERED, null));
        replays.run(0, true, part -> true);
    }

    @Test
    void programsAskWhoMayBeBehindAProfile() {
        assertThat(resolve("{\"network\": \"forum\", \"handle\": \"tomas.lindqvist\", \"name\": \"Tomas Lindqvist\"}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.persons[0].person",
                        first -> assertThat(first).asNumber().isEqualTo((int) tomas.value()))
                .hasPathSatisfying(
                        "$.persons[0].probability", p -> assertThat(p).isNotNull())
                .hasPathSatisfying(
                        "$.persons[0].evidence[0].kind",
                        kind -> assertThat(kind).isNotNull())
                .hasPathSatisfying("$.rules", rules -> assertThat(rules).isNotNull());
        assertThat(resolve("{\"network\": \"forum\", \"handle\": \"zzqx81\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.persons")
                .asArray()
                .isEmpty();
    }

    @Test
    void profileWithoutHandleAndNameIsSentBackWithWhatToDo() {
        assertThat(resolve("{\"network\": \"forum\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("Give the profile a handle or a name.");
    }

    @Test
    void doubtfulLinkIsShownWithItsWaterfallAndBlindWithoutIt() {
        people.add(new AddPerson(PersonFacts.named("Tomas Lindqvist"), Origin.ENTERED, null));
        Voices voices = new Voices(jdbc);
        ProfileId profile = voices.profile("forum", "tomas.lindqvist", "Tomas Lindqvist");
        voices.says(voices.conversation(1, "thread", "PUBLIC", profile), profile, "Hello", NOON);
        replays.run(0, false, part -> true);

        assertThat(get("/links")).hasStatusOk().bodyText().contains("class=\"waterfall\"", "Nobody who is known here");
        long link =
                jdbc.sql("select min(id) from people.links").query(Long.class).single();
        assertThat(post("/links/" + link + "/postponement", staff.agent()).param("answer", "CANNOT_TELL"))
                .hasStatus(303);
        assertThat(jdbc.sql("select answer from people.postponed")
                        .query(String.class)
                        .single())
                .isEqualTo("CANNOT_TELL");
    }

    @Test
    void scorecardSaysWhatWasMeasuredAndManagersSwitchPurposes() {
        assertThat(get("/links/scorecard")).hasStatusOk().bodyText().contains("None has been checked yet");

        assertThat(post("/links/scorecard/purposes/RESEARCH", staff.manager()).param("on", "false"))
                .hasRedirectedUrl("/links/scorecard");
        assertThat(get("/links/scorecard")).hasStatusOk().bodyText().contains("<b>Off</b>");
        assertThat(post("/links/scorecard/purposes/RESEARCH", staff.agent()).param("on", "true"))
                .hasStatus(403);
    }

    @Test
    void twoPersonsAreComparedJoinedAndTakenApart() {
        PersonId other = people.add(new AddPerson(PersonFacts.named("Tomas Lindqvist"), Origin.ENTERED, null));
        String address = "/people/" + tomas.value() + "/same";

        assertThat(get(address + "?with=" + other.value()))
                .hasStatusOk()
                .bodyText()
                .contains("One human or two?", "class=\"waterfall\"");
        assertThat(post(address, staff.agent()).param("with", Long.toString(other.value())))
                .hasRedirectedUrl("/people/" + tomas.value());
        assertThat(get("/people/" + other.value())).hasRedirectedUrl("/people/" + tomas.value());
        assertThat(get("/people/" + tomas.value())).hasStatusOk().bodyText().contains("Also on record as");

        assertThat(mvc.delete()
                        .uri("/people/" + other.value() + "/same")
                        .with(csrf())
                        .with(authentication(Staff.signedIn(staff.agent()))))
                .hasRedirectedUrl("/people/" + other.value());
        assertThat(get("/people/" + other.value())).hasStatusOk();
    }

    @Test
    void profileIsMarkedAsAnOrganisationAndBecomesAPersonAgain() {
        ProfileId profile = new Voices(jdbc).profile("forum", "solvane.fans", "Solvane Fans");
        String address = "/profiles/" + profile.value();

        assertThat(post(address + "/nature", staff.agent()).param("nature", "ORGANISATION"))
                .hasRedirectedUrl(address + "/link");
        assertThat(get(address + "/link")).hasStatusOk().bodyText().contains("An organisation speaks here.");

        assertThat(mvc.delete()
                        .uri(address + "/nature")
                        .with(csrf())
                        .with(authentication(Staff.signedIn(staff.agent()))))
                .hasRedirectedUrl(address + "/link");
        assertThat(get(address + "/link"))
                .hasStatusOk()
                .bodyText()
                .contains("No single person speaks here?")
                .doesNotContain("An organisation speaks here.");
        assertThat(post(address + "/nature", staff.viewer()).param("nature", "PROGRAM"))
                .hasStatus(403);
        assertThat(post("/profiles/999999999/nature", staff.agent()).param("nature", "PROGRAM"))
                .hasStatus(404);
    }

    private MockMvcRequestBuilder resolve(String profile) {
        return mvc.post()
                .uri("/api/v1/identities/resolve")
                .with(authentication(new TestingAuthenticationToken(staff.agent(), "", "SCOPE_people:read")))
                .contentType(MediaType.APPLICATION_JSON)
                .content(profile);
    }

    private MockMvcRequestBuilder get(String path) {
        return mvc.get().uri(path).with(authentication(Staff.signedIn(staff.agent())));
    }

    private MockMvcRequestBuilder post(String path, User user) {
        return mvc.post().uri(path).with(csrf()).with(authentication(Staff.signedIn(user)));
    }
}
