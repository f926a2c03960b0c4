package dev.rapport.people.web;

import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.access.User;
import dev.rapport.cast.Facts;
import dev.rapport.cast.Voices;
import dev.rapport.conversations.ConversationId;
import dev.rapport.people.AddPerson;
import dev.rapport.people.Address;
import dev.rapport.people.Evidence;
import dev.rapport.people.Links;
import dev.rapport.people.Origin;
import dev.rapport.people.People;
import dev.rapport.people.PersonFacts;
import dev.rapport.people.ProposeLink;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@OnOneDatabase
class PeopleScreensTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Staff staff;

    @Autowired
    private People people;

    @Autowired
    private Links links;

    @Autowired
    private LinkReads reads;

    @Autowired
    private JdbcClient jdbc;

    private Voices voices;
    private PersonId maren;
    private PersonId leila;
    private ProfileId owl;

    @BeforeEach
    void theCast() {
        voices = new Voices(jdbc);
        maren = people.add(new AddPerson(
                Facts.living("Uppsala", "Maren <b>Holt</b>", Address.email("maren.holt@example.net")),
                Origin.ENTERED,
                null));
        leila = people.add(new AddPerson(PersonFacts.named("Leila Benali"), Origin.ENTERED, null));
        owl = voices.profile("fediverse", "owl", "Owl");
        ConversationId thread = voices.conversation(1, "thread", "PUBLIC", owl);
        voices.says(thread, owl, "The <i>charger</i> hums", NOON);
    }

    @Test
    void listShowsPersonsAndHostileNamesStayNames() {
        assertThat(get("/people", staff.viewer()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Maren &lt;b&gt;Holt&lt;/b&gt;",
                        "Uppsala",
                        "maren.holt@example.net",
                        "/people/" + leila.value())
                .doesNotContain("<b>Holt", "/people/new");
    }

    @Test
    void emptyListSaysWhatToDo() {
        jdbc.sql("delete from people.names").update();
        jdbc.sql("delete from people.addresses").update();
        jdbc.sql("delete from people.persons").update();

        assertThat(get("/people", staff.agent()))
                .hasStatusOk()
                .bodyText()
                .contains("Nobody is known yet", "/people/new");
    }

    @Test
    void longListGoesOnAfterItsLastRow() {
        IntStream.range(0, 60)
                .forEach(i ->
                        people.add(new AddPerson(PersonFacts.named("Person %02d".formatted(i)), Origin.ENTERED, null)));

        String first = body(get("/people", staff.agent()));
        String next = first.replaceFirst("(?s).*\"/people\\?after=(\\d+)\".*", "$1");

        assertThat(first).contains("Leila Benali").doesNotContain("Person 59");
        assertThat(body(get("/people?after=" + next, staff.agent())))
                .contains("Person 59")
                .doesNotContain("Leila Benali");
    }

    @Test
    void searchWhileTypingFindsByBeginningsOfWords() {
        assertThat(body(get("/people/search?q=uppsala", staff.agent()))).doesNotContain("Maren");
        assertThat(body(get("/people/search?q=hol", staff.agent()))).contains("Maren", "/people/" + maren.value());
        assertThat(body(get("/people/search?q=maren.holt@ex", staff.agent()))).contains("Maren");
        assertThat(body(get("/people/search?q=ben&profile=" + owl.value(), staff.agent())))
                .contains("/profiles/" + owl.value() + "/link", "value=\"" + leila.value() + "\"");
    }

    @Test
    void personIsAddedAndChangedAndTwoChangesNeverOverwriteEachOther() {
        assertThat(post("/people", staff.agent())
                        .param("name", "Tomas Lindqvist")
                        .param("emails", "tomas.lindqvist@example.net"))
                .hasStatus(303);
        PersonId tomas = people.search("tomas", 5).getFirst().id();
        assertThat(get("/people/" + tomas.value() + "/edit", staff.agent()))
                .hasStatusOk()
                .bodyText()
                .contains("tomas.lindqvist@example.net", "name=\"version\" value=\"1\"");

        assertThat(post("/people/" + tomas.value(), staff.agent())
                        .param("name", "Tomas L.")
                        .param("version", "1"))
                .hasStatus(303);
        assertThat(post("/people/" + tomas.value(), staff.agent())
                        .param("name", "Tom")
                        .param("version", "1"))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody changed this person", "value=\"Tom\"");
        assertThat(people.find(tomas).orElseThrow().name()).isEqualTo("Tomas L.");
    }

    @Test
    void factsThatCannotBeAreExplainedAndWhatWasTypedStays() {
        assertThat(post("/people", staff.agent()).param("name", "").param("city", "Uppsala"))
                .hasStatus(422)
                .bodyText()
                .contains("Give the person a name", "value=\"Uppsala\"");
        assertThat(post("/people", staff.agent()).param("name", "A").param("emails", "nonsense"))
                .hasStatus(422)
                .bodyText()
                .contains("“nonsense” is no address");
        assertThat(post("/people", staff.agent()).param("name", "A").param("numbers", "17"))
                .hasStatus(422)
                .bodyText()
                .contains("after its system");
    }

    @Test
    void viewersLookAndChangeNothing() {
        long link = proposed(maren);

        assertThat(get("/links/" + link, staff.viewer()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("data-key=\"y\"");
        assertThat(get("/people/new", staff.viewer())).hasStatus(403);
        assertThat(post("/links/" + link + "/confirmation", staff.viewer())).hasStatus(403);
    }

    @Test
    void personsOfOneNameStandSideBySide() {
        people.add(new AddPerson(PersonFacts.named("LEILA  Benali"), Origin.ENTERED, null));
        people.add(new AddPerson(
                PersonFacts.named("Piet Vos", Address.email("Maren.Holt@example.net")), Origin.ENTERED, null));

        assertThat(body(get("/people/duplicates", staff.agent()))).contains("leila benali", "LEILA Benali");
        assertThat(body(get("/people/duplicates?by=address", staff.agent()))).contains("Piet Vos", "Maren");
        assertThat(body(get("/people/duplicates/count", staff.agent()))).contains("2 possible duplicates");
    }

    @Test
    void questionShowsBothSidesTheEvidenceAndTheRivals() {
        long link = proposed(maren);
        proposed(leila);

        assertThat(get("/links", staff.agent()))
                .hasStatusOk()
                .bodyText()
                .contains("Is this the same person?", "The &lt;i&gt;charger&lt;/i&gt; hums", "Bears their name")
                .contains("1 other person has the same", "Leila Benali", "/links/" + link + "/confirmation");
        assertThat(body(get("/links/count", staff.agent()))).contains("1");
    }

    @Test
    void yesGoesOnToTheNextQuestionAndCanBeTakenBack() {
        long first = proposed(maren);
        ProfileId dusk = voices.profile("forum", "dusk", "Dusk");
        long second = proposed(dusk, leila);

        assertThat(post("/links/" + first + "/confirmation", staff.agent())).hasRedirectedUrl("/links/" + second);
        assertThat(people.who(List.of(owl))).isEqualTo(Map.of(owl, maren));

        assertThat(delete("/links/" + first + "/confirmation")).hasRedirectedUrl("/links/" + first);
        assertThat(people.who(List.of(owl))).isEmpty();
        assertThat(body(get("/links/" + first, staff.agent()))).contains("This link was taken back");
    }

    @Test
    void noIsRememberedAndCanBeTakenBack() {
        long link = proposed(maren);

        assertThat(post("/links/" + link + "/refusal", staff.agent())).hasRedirectedUrl("/links");
        assertThat(body(get("/links", staff.agent()))).contains("No link waits for you");
        assertThat(body(get("/links/" + link, staff.agent()))).contains("This is not the same person");

        assertThat(delete("/links/" + link + "/refusal")).hasRedirectedUrl("/links/" + link);
        assertThat(body(get("/links", staff.agent()))).contains("Is this the same person?");
    }

    @Test
    void decisionOnAnotherPageLeadsBackThere() {
        long link = proposed(maren);

        assertThat(post("/links/" + link + "/confirmation", staff.agent())
                        .header("Referer", "http://localhost/people/" + maren.value() + "?show=all"))
                .hasRedirectedUrl("/people/" + maren.value() + "?show=all");
        assertThat(delete("/links/" + link + "/confirmation").header("Referer", "https://elsewhere.example/people/1"))
                .hasRedirectedUrl("/links/" + link);
    }

    @Test
    void whatDoesNotStandCannotBeTakenBack() {
        long link = proposed(maren);

        assertThat(delete("/links/" + link + "/confirmation")).hasStatus(409);
        assertThat(post("/links/999999/confirmation", staff.agent())).hasStatus(404);
    }

    @Test
    void queueBeginsWithTheQuestionsThatAreLeastSure() {
        List<Long> all = new ArrayList<>();
        IntStream.range(0, 4)
                .forEach(i -> all.add(proposed(voices.profile("forum", "voice" + i, "Voice " + i), maren)));
        jdbc.sql("update people.links set probability = 0.9 where id = ?")
                .params(all.get(2))
                .update();

        UserId reader = staff.agent().id();
        assertThat(reads.first(reader, 0)).hasValue(all.get(0));
        assertThat(reads.first(reader, all.get(0))).hasValue(all.get(1));
        assertThat(reads.rows(reader))
                .extracting(LinkRow::id)
                .containsExactly(all.get(0), all.get(1), all.get(3), all.get(2));
    }

    @Test
    void profileIsLinkedToSomebodySearchedForAndMovesOnlyWhenAsked() {
        String address = "/profiles/" + owl.value() + "/link";
        assertThat(body(get(address + "?q=maren", staff.agent())))
                .contains("Who is Owl?", "value=\"" + maren.value() + "\"");
        assertThat(post(address, staff.agent()).param("person", text(maren)))
                .hasRedirectedUrl("/people/" + maren.value());

        assertThat(post(address, staff.agent()).param("person", text(leila)))
                .hasStatus(409)
                .bodyText()
                .contains("Move the link to Leila Benali?");
        assertThat(people.who(List.of(owl))).isEqualTo(Map.of(owl, maren));

        assertThat(post(address, staff.agent()).param("person", text(leila)).param("moves", "true"))
                .hasStatus(303);
        assertThat(people.who(List.of(owl))).isEqualTo(Map.of(owl, leila));
    }

    private long proposed(PersonId person) {
        return proposed(owl, person);
    }

    private long proposed(ProfileId profile, PersonId person) {
        Evidence name = Evidence.exact(Evidence.Exact.NAME, "Maren Holt", Evidence.SeenIn.PUBLIC, 1);
        links.propose(List.of(new ProposeLink(profile, person, null, List.of(name), "test 1")));
        return jdbc.sql("select id from people.links where profile_id = ? and person_id = ?")
                .params(profile.value(), person.value())
                .query(Long.class)
                .single();
    }

    private static String text(PersonId person) {
        return Long.toString(person.value());
    }

    private static String body(MockMvcRequestBuilder request) {
        return new String(
                request.exchange().getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private MockMvcRequestBuilder get(String path, User user) {
        return mvc.get().uri(path).with(authentication(Staff.signedIn(user)));
    }

    private MockMvcRequestBuilder post(String path, User user) {
        return mvc.post().uri(path).with(csrf()).with(authentication(Staff.signedIn(user)));
    }

    private MockMvcRequestBuilder delete(String path) {
        return mvc.method(HttpMethod.DELETE).uri(path).with(csrf()).with(authentication(Staff.signedIn(staff.agent())));
    }
}
