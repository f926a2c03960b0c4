package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.rapport.access.OwnerLinks;
import dev.rapport.cast.Person;
import dev.rapport.journeys.support.Inspection;
import dev.rapport.journeys.support.Journey;
import dev.rapport.journeys.support.PostOffice;
import dev.rapport.journeys.support.Screens;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import dev.rapport.understanding.embedding.ModelFolder;
import dev.rapport.understanding.embedding.StubSentenceModel;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/**
 * A manager switches a sentence model on. Beside what one customer says then stands what another one said in other words,
 * and what the other was answered.
 */
@Journey
@TestPropertySource(properties = {"rapport.channels.poll=1s", "rapport.outside.allow=*"})
class AnswerIsFoundByWhatOthersMeant {

    private static final String ADDRESS = "sound@solvane.example";
    private static final String SCREEN = "/understanding/alike";
    private static final String ANSWER = "Hold both buttons for ten seconds and it comes back.";
    private static final PostOffice MAIL = PostOffice.open();

    private final String home;
    private final OwnerLinks links;
    private final ModelFolder folder;

    AnswerIsFoundByWhatOthersMeant(
            @Value("${rapport.public-url}") String home, @Autowired OwnerLinks links, @Autowired ModelFolder folder) {
        this.home = home;
        this.links = links;
        this.folder = folder;
    }

    @AfterEach
    void theModelIsTakenAway() {
        StubSentenceModel.takeOutOf(folder.path());
    }

    @AfterAll
    static void closeTheOffice() {
        MAIL.close();
    }

    @Test
    void theModelIsSwitchedOnAndTheAnswerStandsBesideTheNextQuestion(Visitors visitors) throws Exception {
        Visitor ines = visitors.at(home);
        ines.becomesOwner(links.issue(), Person.INES);
        Screens.connectMailbox(ines, MAIL, "Sound", ADDRESS);
        MAIL.write(Person.LEILA, ADDRESS, "Sound", "The left side of my headphones has stopped working.");
        Screens.openConversation(ines, Person.LEILA);
        ines.page().locator("#reply-text").fill(ANSWER);
        ines.button("Send to Leila Ctrl ↵").click();
        assertThat(ines.page().locator("#messages")).containsText(ANSWER);
        MAIL.write(Person.NOOR, ADDRESS, "Broken", "One earcup is dead, there is nothing in it.");
        Screens.openConversation(ines, Person.NOOR);
        String conversation = ines.page().url();
        assertThat(ines.page().locator("#asked-before")).hasCount(0);

        Inspection inspection = new Inspection(ines);
        isSwitchedOn(ines, inspection);
        ines.opens(conversation);
        Locator before = ines.page().locator("#asked-before");
        assertThat(before).containsText("has stopped working");
        before.locator("summary").first().click();
        assertThat(before).containsText(ANSWER);
        inspection.of(conversation, page -> before.locator("summary").first().click());
        inspection.of(List.of(conversation.replaceFirst("\\?.*", "") + "/asked-before"));

        ines.opens(SCREEN);
        ines.presses("Switch off");
        assertThat(ines.page().locator("#sentence-model .badge")).hasText("Off");
        ines.opens(conversation);
        assertThat(ines.page().locator("#asked-before")).hasCount(0);
        assertThat(inspection.findings()).isEmpty();
        assertThat(ines.faults()).isEmpty();
    }

    private void isSwitchedOn(Visitor ines, Inspection inspection) {
        inspection.of(List.of(SCREEN));
        assertThat(ines.page().getByText("Off. Nothing is compared.")).isVisible();

        StubSentenceModel.putInto(folder.path());
        ines.opens(SCREEN);
        ines.presses("Switch on");
        assertThat(ines.page().locator("#sentence-model .badge")).hasText("On");
        assertThat(ines.page().locator("#alike-progress")).containsText("100%");
        inspection.of(List.of(SCREEN));
    }
}
