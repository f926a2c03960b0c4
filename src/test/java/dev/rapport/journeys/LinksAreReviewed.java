package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rapport.access.OwnerLinks;
import dev.rapport.cast.Person;
import dev.rapport.cast.Voices;
import dev.rapport.conversations.ConversationId;
import dev.rapport.journeys.support.Inspection;
import dev.rapport.journeys.support.Journey;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import dev.rapport.people.Links;
import dev.rapport.people.People;
import dev.rapport.people.PersonFound;
import dev.rapport.people.RefuseLink;
import dev.rapport.people.Replays;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two customers of one name are entered by hand, a voice of that name is asked about, answered by keyboard, taken back and
 * linked to somebody who is searched for; every screen on the way is for everybody.
 */
@Journey
class LinksAreReviewed {

    private final String home;
    private final OwnerLinks ownerLinks;
    private final People people;
    private final Links links;
    private final Replays replays;
    private final JdbcClient jdbc;

    LinksAreReviewed(
            @Value("${rapport.public-url}") String home,
            @Autowired OwnerLinks ownerLinks,
            @Autowired People people,
            @Autowired Links links,
            @Autowired Replays replays,
            @Autowired JdbcClient jdbc) {
        this.home = home;
        this.ownerLinks = ownerLinks;
        this.people = people;
        this.links = links;
        this.replays = replays;
        this.jdbc = jdbc;
    }

    @Test
    void questionIsAnsweredByKeyboardAndTheAnswerTakenBack(Visitors visitors) {
        Voices voices = new Voices(jdbc);
        ProfileId voice = voices.profile("forum", "signe.quist", "Signe Quist");
        ConversationId thread = voices.conversation(1, "review-journey", "PUBLIC", voice);
        voices.says(thread, voice, "The lamp goes out whenever the kettle is on.", NOON);
        Visitor ines = visitors.at(home);
        ines.becomesOwner(ownerLinks.issue(), Person.INES);

        add(ines, "Signe Quist", "signe@quist.example", "Uppsala");
        add(ines, "Signe Quist", "s.quist@example.org", "Uppsala");
        List<PersonId> both =
                people.search("signe quist", 5).stream().map(PersonFound::id).toList();
        assertThat(both).hasSize(2);

        Page page = ines.page();
        page.waitForCondition(this::isAsked);
        ines.opens("/links");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Is this the same person?");
        assertThat(page.locator(".pair")).containsText("kettle");
        assertThat(page.locator("#rivals")).containsText("Signe Quist");
        assertThat(page.locator(".waterfall")).containsText("given and family name");
        page.keyboard().press("y");
        assertThat(page.locator(".empty")).containsText("No link waits for you");
        PersonId linked = Objects.requireNonNull(people.who(List.of(voice)).get(voice));
        assertThat(both).contains(linked);

        ines.presses("Take back");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("This link was taken back");
        assertThat(people.who(List.of(voice))).isEmpty();
        ines.opens("/people/" + linked.value());
        assertThat(page.locator(".life")).not().containsText("kettle");

        PersonId other =
                both.stream().filter(id -> !id.equals(linked)).findFirst().orElseThrow();
        ines.opens("/profiles/" + voice.value() + "/link");
        ines.field("Find the person").pressSequentially("quist");
        page.locator("#found-" + other.value() + " button").click();
        page.waitForURL("**/people/" + other.value());
        assertThat(people.who(List.of(voice))).isEqualTo(Map.of(voice, other));
        assertThat(page.locator(".life")).containsText("kettle");

        refusesBoth(voice, both);
        replays.run(0, false, part -> true);
        assertThat(people.who(List.of(voice))).isEmpty();
        assertThat(isAsked()).as("a refused link comes back").isFalse();

        Inspection inspection = new Inspection(ines);
        inspection.of(List.of(
                "/people",
                "/people?q=quist",
                "/people/new",
                "/people/" + other.value() + "/edit",
                "/people/duplicates",
                "/people/duplicates?by=address",
                "/links",
                "/links/scorecard",
                "/people/" + other.value() + "/same?with=" + linked.value(),
                "/links/" + anyLink(voice),
                "/profiles/" + voice.value() + "/link?q=signe"));
        assertThat(inspection.findings()).isEmpty();
    }

    private void refusesBoth(ProfileId voice, List<PersonId> both) {
        UserId ines = new UserId(
                jdbc.sql("select min(id) from access.users").query(Long.class).single());
        both.forEach(person -> links.refuse(new RefuseLink(voice, person, ines, "neither")));
    }

    private static void add(Visitor agent, String name, String address, String city) {
        agent.opens("/people/new");
        agent.page()
                .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .fill(name);
        agent.page().getByLabel("E-mail addresses").fill(address);
        agent.page().getByLabel("City").fill(city);
        agent.presses("Add person");
        agent.page().waitForURL("**/people/*");
    }

    private long anyLink(ProfileId voice) {
        return jdbc.sql("select min(id) from people.links where profile_id = ?")
                .params(voice.value())
                .query(Long.class)
                .single();
    }

    /** The voice is compared on a thread of its own. */
    private boolean isAsked() {
        return jdbc.sql("select exists (select from people.questions_v)")
                .query(Boolean.class)
                .single();
    }
}
