package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rapport.access.OwnerLinks;
import dev.rapport.cast.Person;
import dev.rapport.cast.Solvane;
import dev.rapport.journeys.support.Inspection;
import dev.rapport.journeys.support.Journey;
import dev.rapport.journeys.support.PostOffice;
import dev.rapport.journeys.support.Screens;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import dev.rapport.understanding.endpoint.StubModel;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/**
 * A manager enters a model outside of the house, says what may leave and tries it. From then on it drafts and reads; once
 * switched off it is asked nothing more.
 */
@Journey
@TestPropertySource(properties = {"rapport.channels.poll=1s", "rapport.outside.allow=*"})
class ModelIsAskedOnlyWhenAManagerSaysSo {

    private static final String ADDRESS = "help@solvane.example";
    private static final String SCREEN = "/understanding/endpoint";
    private static final String READS = "{\"polarity\": \"negative\", \"confidence\": 0.92, \"targets\": [%s]}";
    private static final PostOffice MAIL = PostOffice.open();
    private static final StubModel MODEL = new StubModel();

    private final String home;
    private final OwnerLinks links;

    ModelIsAskedOnlyWhenAManagerSaysSo(@Value("${rapport.public-url}") String home, @Autowired OwnerLinks links) {
        this.home = home;
        this.links = links;
    }

    @AfterAll
    static void closeAll() {
        MODEL.close();
        MAIL.close();
    }

    @Test
    void itIsEnteredTriedAskedAndSwitchedOff(Visitors visitors) throws Exception {
        Visitor ines = visitors.at(home);
        ines.becomesOwner(links.issue(), Person.INES);
        Screens.connectMailbox(ines, MAIL, "Help", ADDRESS);
        MAIL.write(Person.MAREN, ADDRESS, "No answer", Solvane.COMPLAINT + " Regards, Maren Holt");
        Screens.openConversation(ines, Person.MAREN);
        String conversation = ines.page().url();
        assertThat(ines.button("Draft")).hasCount(0);
        Inspection inspection = new Inspection(ines);
        inspection.of(List.of(SCREEN));
        assertThat(ines.page().getByText("Off. Nothing leaves this house.")).isVisible();
        assertThat(MODEL.asked()).isEmpty();

        isEntered(ines, "1");
        isTried(ines);
        inspection.of(List.of(SCREEN));
        isAskedForADraft(ines, conversation);
        inspection.of(conversation, page -> page.locator("#ask-for-draft").click());
        isAskedAboutAReading(ines, conversation);

        ines.opens(SCREEN);
        ines.presses("Switch off");
        assertThat(ines.page().locator("#second-reader .badge")).hasText("Off");
        ines.opens(conversation);
        assertThat(ines.button("Draft")).hasCount(0);
        assertThat(inspection.findings()).isEmpty();
        assertThat(ines.faults()).isEmpty();
    }

    /** @param below percent: readings less sure are asked about */
    private static void isEntered(Visitor ines, String below) {
        ines.opens(SCREEN);
        ines.field("Address").fill(MODEL.address());
        ines.field("Model").fill("owl-7b");
        ines.page().getByLabel(Pattern.compile("^Less sure than")).fill(below);
        box(ines, "Drafts of replies").check();
        box(ines, "Private messages too").check();
        box(ines, "I may decide this").check();
        ines.page().locator("#enter button[type=submit]").click();
        assertThat(ines.page().locator("#second-reader .badge")).hasText("On");
    }

    private static Locator box(Visitor ines, String name) {
        return ines.page()
                .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    private static void isTried(Visitor ines) {
        MODEL.says(READS.formatted(
                "{\"number\": 1, \"polarity\": \"negative\", \"confidence\": 0.9, \"quote\": \"came two days late\"}"));
        ines.presses("Try it");
        assertThat(ines.page().locator("#tried")).containsText("came two days late");
        assertThat(ines.page().locator("#tried")).containsText("order [number1]");
    }

    private static void isAskedForADraft(Visitor ines, String conversation) {
        MODEL.says("Hello,\n\nwe look into it.");
        ines.opens(conversation);
        ines.page().locator("#reply-text").fill("Kind regards, Ines");
        ines.presses("Draft");
        assertThat(ines.page().locator("#drafted-by")).containsText("Draft by owl-7b.");
        assertThat(ines.page().locator("#reply-text")).hasValue("Hello,\n\nwe look into it.\n\nKind regards, Ines");
        assertThat(MODEL.lastSaid("user")).contains("Nobody has answered me").doesNotContain("Maren");
        assertThat(ines.page().locator("#messages .message")).hasCount(1);
    }

    private static void isAskedAboutAReading(Visitor ines, String conversation) {
        MODEL.says(READS.formatted(""));
        isEntered(ines, "100");
        ines.opens(conversation);
        Locator reading = ines.page().locator("#messages .reading").first();
        assertThat(reading).containsText("by a second reader");
        assertThat(reading.locator(".readings")).containsText("− bad");
    }
}
