package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rapport.access.OwnerLinks;
import dev.rapport.cast.Person;
import dev.rapport.cast.Solvane;
import dev.rapport.journeys.support.Eventually;
import dev.rapport.journeys.support.Journey;
import dev.rapport.journeys.support.PostOffice;
import dev.rapport.journeys.support.Screens;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/**
 * A reply that is taken back within ten seconds never leaves. That nothing came is known without waiting blindly: replies
 * of one conversation leave in order, so a later one that arrived alone proves it.
 */
@Journey
@TestPropertySource(properties = "rapport.outbox.undo=10s")
class UndoWithinTenSecondsSendsNothing {

    private static final String ADDRESS = "help@solvane.example";
    private static final String HASTY = "This is all your own fault.";
    private static final String CALM = "We are sorry, and look into it today.";
    private static final PostOffice MAIL = PostOffice.open();

    private final String home;
    private final OwnerLinks links;

    UndoWithinTenSecondsSendsNothing(@Value("${rapport.public-url}") String home, @Autowired OwnerLinks links) {
        this.home = home;
        this.links = links;
    }

    @AfterAll
    static void closePostOffice() {
        MAIL.close();
    }

    @Test
    void takenBackWordsReturnToTheComposerAndReachNobody(Visitors visitors) throws Exception {
        Visitor ines = visitors.at(home);
        Page page = ines.page();
        ines.becomesOwner(links.issue(), Person.INES);
        Screens.connectMailbox(ines, MAIL, "Help", ADDRESS);
        MAIL.write(Person.TOMAS, ADDRESS, "No answer", Solvane.COMPLAINT);
        Screens.openConversation(ines, Person.TOMAS);

        Locator composer = page.getByLabel("Private reply");
        reply(ines, composer, HASTY);
        takeBack(page);
        assertThat(composer).hasValue(HASTY);
        assertThat(page.locator("#messages")).not().containsText(HASTY);
        page.reload();
        assertThat(composer).hasValue(HASTY);

        reply(ines, composer, CALM);
        Eventually.until(
                "the second reply arrives", () -> !MAIL.received(Person.TOMAS).isEmpty());
        assertThat(page.locator("#messages .delivery")).hasText("Sent");
        assertThat(MAIL.received(Person.TOMAS)).hasSize(1);
        MimeMessage arrived = MAIL.received(Person.TOMAS).getFirst();
        assertThat(arrived.getContent().toString()).contains(CALM).doesNotContain(HASTY);
        assertThat(ines.faults()).isEmpty();
    }

    private static void reply(Visitor visitor, Locator composer, String words) {
        composer.fill(words);
        visitor.button("Send to Tomas Ctrl ↵").click();
        assertThat(composer).hasValue("");
        assertThat(visitor.page().locator("#messages")).containsText(words);
    }

    private static void takeBack(Page page) {
        Locator toast =
                page.locator("#toasts .toast").filter(new Locator.FilterOptions().setHasText("Leaves in 10 seconds"));
        toast.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take back"))
                .click();
        assertThat(page.locator("#toasts")).containsText("Your words are in the composer again");
    }
}
