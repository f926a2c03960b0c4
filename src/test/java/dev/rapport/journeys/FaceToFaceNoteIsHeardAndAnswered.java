package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rapport.access.OwnerLinks;
import dev.rapport.cast.Person;
import dev.rapport.cast.Solvane;
import dev.rapport.journeys.support.Journey;
import dev.rapport.journeys.support.Screens;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/** What a customer said in the shop goes the way of every message, until somebody told them what came of it. */
@Journey
@TestPropertySource(properties = "rapport.outbox.undo=1s")
class FaceToFaceNoteIsHeardAndAnswered {

    private static final String ANSWER = "Your new pair is at the shop from Friday.";

    private final String home;
    private final OwnerLinks links;

    FaceToFaceNoteIsHeardAndAnswered(@Value("${rapport.public-url}") String home, @Autowired OwnerLinks links) {
        this.home = home;
        this.links = links;
    }

    @Test
    void complaintInTheShopIsACaseAndItsAnswerIsWrittenDown(Visitors visitors) {
        Visitor ines = visitors.at(home);
        ines.becomesOwner(links.issue(), Person.INES);
        Screens.fillCatalogue(ines);

        ines.opens("/told");
        Page page = ines.page();
        page.getByLabel("Who said it").pressSequentially(Person.LEILA.fullName());
        assertThat(page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Somebody new")))
                .isChecked();
        page.getByLabel("What they said").fill(Solvane.COMPLAINT);
        ines.presses("Keep it");
        assertThat(page.locator("#toasts")).containsText("Heard.");

        Screens.openConversation(ines, Person.LEILA);
        Locator composer = page.getByLabel("What you told them");
        composer.fill(ANSWER);
        ines.button("I have told Leila Ctrl ↵").click();
        assertThat(page.locator("#messages")).containsText(ANSWER);
        assertThat(page.locator("#messages .delivery")).hasText("Sent");
        assertThat(ines.faults()).isEmpty();
    }
}
