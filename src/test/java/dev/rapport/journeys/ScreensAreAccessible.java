package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rapport.access.OwnerLinks;
import dev.rapport.cast.Customers;
import dev.rapport.cast.Person;
import dev.rapport.cast.Solvane;
import dev.rapport.cast.Voices;
import dev.rapport.conversations.ConversationId;
import dev.rapport.journeys.support.Inspection;
import dev.rapport.journeys.support.Journey;
import dev.rapport.journeys.support.PostOffice;
import dev.rapport.journeys.support.Screens;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Every screen, empty and full, wide and on a telephone, light and dark: axe finds nothing, the browser complains about
 * nothing, nothing has to be scrolled sideways. The application is one of its own, so that it begins empty.
 */
@Journey
@TestPropertySource(properties = "rapport.channels.poll=2s")
class ScreensAreAccessible {

    private static final String ADDRESS = "support@solvane.example";
    private static final String LINES = """
            {"id":"s1","author":"maren","said_at":"2026-01-10T09:00:00Z","text":"The Halo 10 sounds wonderful."}
            {"id":"s2","author":"tomas","said_at":"2026-01-10T10:00:00Z"}
            """;
    private static final PostOffice MAIL = PostOffice.open();

    private final String home;
    private final OwnerLinks links;
    private final JdbcClient jdbc;

    ScreensAreAccessible(
            @Value("${rapport.public-url}") String home, @Autowired OwnerLinks links, @Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.home = home;
        this.links = links;
    }

    @AfterAll
    static void closePostOffice() {
        MAIL.close();
    }

    @Test
    void everyScreenIsForEverybody(Visitors visitors) throws Exception {
        Inspection doorstep = new Inspection(visitors.at(home));
        doorstep.of(List.of("/sign-in", "/set-up/used", "/invitations/used"));
        assertThat(doorstep.findings()).isEmpty();
        Visitor ines = visitors.at(home);
        Inspection inspection = new Inspection(ines);
        ines.becomesOwner(links.issue(), Person.INES);
        inspection.of(List.of(
                "/home",
                "/told",
                "/told/offline",
                "/people",
                "/links",
                "/purchases",
                "/exports",
                "/inbox",
                "/imports",
                "/databases",
                "/databases/new",
                "/catalogue",
                "/channels",
                "/messages",
                "/understanding/teach",
                "/understanding/scorecard",
                "/understanding/reasons",
                "/understanding/reread",
                "/settings/teams",
                "/settings/tokens"));

        String channel = Screens.connectMailbox(ines, MAIL, "Support", ADDRESS);
        Screens.fillCatalogue(ines);
        String work = Screens.importMessages(ines, "Old forum", "forum.ndjson", LINES);
        MAIL.write(Person.MAREN, ADDRESS, "No answer", Solvane.COMPLAINT);
        Screens.openConversation(ines, Person.MAREN);
        String conversation = ines.page().url().replaceFirst("\\?.*", "");
        String itsCase = caseOf(ines.page());
        String message = ines.page().locator("#messages .message").first().getAttribute("id");
        ines.invites(Person.AMINA, "Viewer");
        ines.opens("/settings/teams");
        ines.field("New team").fill("Care");
        ines.presses("Create team");

        String database = connectedDatabase(ines);
        String person = "/people/" + linkedPerson();
        inspection.of(List.of(
                "/home",
                person,
                person + "?show=bought",
                person + "/privacy",
                "/told?person=" + person.replace("/people/", ""),
                "/people",
                "/search?words=lindqvist",
                "/inbox?view=everyone",
                "/inbox?view=everyone&state=snoozed",
                conversation,
                conversation + "?pane=about",
                "/" + message.replace("message-", "messages/") + "/reading",
                itsCase,
                "/messages?words=halo",
                "/imports",
                work,
                "/imports/new?kind=messages",
                "/imports/new?kind=catalogue",
                "/catalogue",
                "/catalogue/brands/new",
                "/catalogue/aspects/new",
                "/channels",
                "/channels/new",
                "/channels/new/mail",
                "/channels/new/mastodon",
                "/channels/kinds/chat",
                "/channels/kinds/slack",
                channel,
                "/understanding/teach",
                "/understanding/rules",
                "/understanding/rules?words=nothing+of+the+kind",
                "/understanding/rules/new",
                "/understanding/reasons",
                "/understanding/reasons/new",
                "/understanding/reasons/late",
                "/understanding/reread?look=true",
                "/webhooks",
                "/webhooks/new",
                "/databases",
                database,
                database + "/connection",
                database + "/intakes/new?kind=persons",
                database + "/intakes/new?kind=messages",
                database + "/write-backs/new",
                "/databases/new",
                "/settings/profile",
                "/settings/users",
                "/settings/users/1",
                "/settings/invitations/new",
                "/settings/teams",
                "/settings/teams/1",
                "/settings/tokens",
                "/settings/tokens/new",
                "/settings/audit",
                "/settings/rules",
                "/settings/rules/new"));
        inspection.of(conversation, ScreensAreAccessible::opensWhatWasRead);
        assertThat(inspection.findings()).isEmpty();
        assertThat(ines.faults()).isEmpty();
    }

    /** Somebody with a purchase and a voice of their own, and another voice that could be theirs. */
    private long linkedPerson() {
        Customers customers = new Customers(jdbc);
        Voices voices = new Voices(jdbc);
        PersonId person = customers.person("Amira Ben Youssef-Lindqvist");
        customers.buys(person, customers.product("Nordlicht", "Lumo 11"), "Lumo 11", NOON, LocalDate.of(2030, 1, 1));
        ProfileId voice = voices.profile("mastodon", "amira_charges", "amira");
        ConversationId conversation = voices.conversation(1, "accessible", "PUBLIC", voice);
        voices.says(conversation, voice, "Love my Lumo 11", NOON);
        customers.isLinked(voice, person, NOON);
        customers.mayBe(voices.profile("forum", "lindqvist.off.grid", "L. off grid"), person, NOON);
        return person.value();
    }

    private static void opensWhatWasRead(Page page) {
        page.locator("#messages .why summary").first().click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Correct what was read"))
                .first()
                .click();
        page.locator(".correcting .another summary").first().click();
    }

    /** One that does not answer, which is when its page has most to say. */
    private static String connectedDatabase(Visitor owner) {
        owner.opens("/databases/new");
        owner.field("Name").fill("Navision");
        owner.field("Host").fill("127.0.0.1");
        owner.page().locator("#port").fill("1");
        owner.field("Database").fill("erp");
        owner.field("User").fill("reader");
        owner.field("Password").fill("walnut ferry ladder");
        owner.page().getByLabel("Rapport may write into this database").check();
        owner.presses("Connect and test");
        assertThat(owner.page().locator(".notice.bad")).containsText("No server answers");
        return URI.create(owner.page().url()).getPath();
    }

    private static String caseOf(Page page) {
        assertThat(page.locator(".thread-head")).containsText("case");
        return page.locator(".thread-head a[href^='/cases/']").first().getAttribute("href");
    }
}
