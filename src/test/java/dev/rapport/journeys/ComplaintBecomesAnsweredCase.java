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
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A complaint by mail is understood, becomes a case, is answered in its own thread and comes back to life there. */
@Journey
class ComplaintBecomesAnsweredCase {

    private static final String ADDRESS = "support@solvane.example";
    private static final PostOffice MAIL = PostOffice.open();

    private final String home;
    private final OwnerLinks links;

    ComplaintBecomesAnsweredCase(@Value("${rapport.public-url}") String home, @Autowired OwnerLinks links) {
        this.home = home;
        this.links = links;
    }

    @AfterAll
    static void closePostOffice() {
        MAIL.close();
    }

    @Test
    void complaintIsAnsweredInItsThreadAndItsAnswerOpensTheCaseAgain(Visitors visitors) throws Exception {
        Visitor ines = visitors.at(home);
        Page page = ines.page();
        ines.becomesOwner(links.issue(), Person.INES);
        Screens.connectMailbox(ines, MAIL, "Support", ADDRESS);
        Screens.fillCatalogue(ines);

        ines.opens("/inbox?view=unassigned");
        MimeMessage complaint = MAIL.write(Person.MAREN, ADDRESS, "Two weeks without an answer", Solvane.COMPLAINT);
        Locator row = page.locator("#rows li").filter(new Locator.FilterOptions().setHasText(Person.MAREN.fullName()));
        assertThat(row).isVisible();
        row.getByRole(AriaRole.LINK).click();
        opinionsAreMarked(page);
        String conversation = page.url().replaceFirst("\\?.*", "");

        page.getByLabel("Private reply").fill("We are sorry. A colleague calls you today.");
        ines.button("Send to Maren Ctrl ↵").click();
        Eventually.until("the reply arrives", () -> !MAIL.received(Person.MAREN).isEmpty());
        MimeMessage reply = MAIL.received(Person.MAREN).getFirst();
        standsInTheThread(reply, complaint);
        assertThat(page.locator(".delivery")).hasText(Pattern.compile("Sent"));

        assertThat(page.locator(".thread-head")).containsText("waiting");
        resolve(page);
        MAIL.answer(Person.MAREN, reply, "Nobody has called me.");
        assertThat(page.locator("#messages .message")).hasCount(3);
        assertThat(page.locator("#messages")).containsText("Nobody has called me.");
        assertThat(page.locator("#messages")).containsText("A message of the customer opened it again");
        assertThat(page.locator(".thread-head")).containsText("open");
        assertThat(page.url()).startsWith(conversation);
        assertThat(MAIL.received(Person.MAREN)).hasSize(1);
        assertThat(ines.faults()).isEmpty();
    }

    private static void opinionsAreMarked(Page page) {
        Locator message = page.locator("#messages .message").first();
        assertThat(message.locator("mark.opinion[data-is=good]")).containsText("love");
        assertThat(message.locator("mark.opinion[data-is=bad]")).containsText("terrible");
        Locator readings = message.getByLabel("What was read in this message");
        assertThat(readings.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("+ good")))
                .containsText(Solvane.PRODUCT);
        assertThat(readings.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("− bad")))
                .containsText(Solvane.BRAND);
        assertThat(page.locator(".thread-head")).containsText(Pattern.compile("case \\d+"));
    }

    private static void standsInTheThread(MimeMessage reply, MimeMessage complaint) throws Exception {
        assertThat(reply.getSubject()).isEqualTo("Re: Two weeks without an answer");
        assertThat(reply.getContent().toString()).contains("A colleague calls you today.");
        assertThat(PostOffice.header(reply, "In-Reply-To")).isEqualTo(complaint.getMessageID());
        assertThat(PostOffice.header(reply, "References")).contains(complaint.getMessageID());
    }

    private static void resolve(Page page) {
        Page.GetByRoleOptions named =
                new Page.GetByRoleOptions().setName("Resolve").setExact(true);
        page.getByRole(AriaRole.BUTTON, named).first().click();
        page.locator("#resolve").getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".thread-head")).containsText("resolved");
    }
}
