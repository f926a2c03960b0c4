package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.rapport.access.OwnerLinks;
import dev.rapport.cast.Person;
import dev.rapport.cast.Solvane;
import dev.rapport.journeys.support.Eventually;
import dev.rapport.journeys.support.Journey;
import dev.rapport.journeys.support.Screens;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** In a cellar without a network the page opens all the same, and what was written down there arrives once. */
@Journey
class NoteWaitsOnThePhoneUntilThereIsANetwork {

    private static final String KEPT =
            "async () => (await (await caches.open('told')).match('/told/offline')) !== undefined";

    private final String home;
    private final OwnerLinks links;

    NoteWaitsOnThePhoneUntilThereIsANetwork(@Value("${rapport.public-url}") String home, @Autowired OwnerLinks links) {
        this.home = home;
        this.links = links;
    }

    @Test
    void noteOfTheCellarArrivesOnce(Visitors visitors) throws Exception {
        Visitor ines = visitors.at(home);
        ines.becomesOwner(links.issue(), Person.INES);
        Page page = ines.page();
        ines.opens("/told");
        Eventually.until("the device has kept the page", () -> (boolean) page.evaluate(KEPT));

        page.context().setOffline(true);
        ines.opens("/told");
        assertThat(page.locator(".notice")).containsText("There is no network.");
        page.getByLabel("Who said it").fill(Person.IDRIS.fullName());
        page.getByLabel("What they said").fill(Solvane.COMPLAINT);
        ines.presses("Keep it");
        assertThat(page.locator("[data-waits] li")).hasCount(1);
        assertThat(page.getByLabel("What they said")).isEmpty();

        page.context().setOffline(false);
        assertThat(page.locator("[data-waits] li")).hasCount(0);
        ines.opens("/told");
        assertThat(page.locator("[data-waits] li")).hasCount(0);
        Screens.openConversation(ines, Person.IDRIS);
        assertThat(page.locator("#messages .message")).hasCount(1);
        assertThat(page.locator("#messages")).containsText("Nobody has answered me for two weeks!");
    }
}
