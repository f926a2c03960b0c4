package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rapport.access.OwnerLinks;
import dev.rapport.cast.Person;
import dev.rapport.journeys.support.Journey;
import dev.rapport.journeys.support.Screens;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/**
 * Those who work here know what "safe mode" means to their customers. They say so once, by keyboard, and the next message
 * like it is read so; what nobody here reads is said not to be.
 */
@Journey
class CorrectedReadingTeachesTheNext {

    private static final int LOOKS = 60;
    private static final double PAUSE_MILLIS = 500;
    private static final String FIRST = "It went into safe mode on the train";
    private static final String SIMILAR = "Mine went into safe mode at work";
    private static final String FOREIGN = "Bom dia, o meu pedido chegou ontem e a bateria não carrega";

    private final String home;
    private final OwnerLinks links;

    CorrectedReadingTeachesTheNext(@Value("${rapport.public-url}") String home, @Autowired OwnerLinks links) {
        this.home = home;
        this.links = links;
    }

    @Test
    void nextSimilarMessageIsReadAsTheFirstWasCorrected(Visitors visitors) {
        Visitor ines = visitors.at(home);
        ines.becomesOwner(links.issue(), Person.INES);
        Visitor jonas = visitors.at(home);
        jonas.accepts(ines.invites(Person.JONAS, "Viewer"), Person.JONAS);
        hears(ines, "first.ndjson", line("r1", "finja.safe", FIRST) + line("r2", "mats.safe", SIMILAR));
        opens(ines, "mats.safe");
        Locator before = whatWasRead(ines.page());
        assertThat(before).isVisible();
        assertThat(before).not().containsText("bad");
        opens(ines, "finja.safe");
        opens(jonas, "finja.safe");
        assertThat(whatWasRead(ines.page())).containsText("neutral");

        correctsByKeyboard(ines.page());

        assertThat(whatWasRead(ines.page())).containsText("− bad");
        assertThat(whatWasRead(ines.page())).containsText("corrected by Ines Carvalho");
        assertThat(whatWasRead(jonas.page())).containsText("corrected by Ines Carvalho");
        assertThat(jonas.page().locator("#messages form, #messages a[href$='/reading']"))
                .hasCount(0);
        hears(ines, "next.ndjson", line("r3", "tove.safe", SIMILAR));
        opens(ines, "tove.safe");
        assertThat(whatWasRead(ines.page())).containsText("− bad");
        assertThat(whatWasRead(ines.page())).not().containsText("corrected");

        takesBack(ines);
        assertThat(whatWasRead(ines.page())).containsText("neutral");
        assertThat(whatWasRead(jonas.page())).not().containsText("corrected");
        assertThat(ines.faults()).isEmpty();
        assertThat(jonas.faults()).isEmpty();
    }

    @Test
    void languageNobodyReadsHereIsNamed(Visitors visitors) {
        Visitor ines = visitors.at(home);
        ines.becomesOwner(links.issue(), Person.INES);
        hears(ines, "foreign.ndjson", line("r4", "rui.far", FOREIGN));
        opens(ines, "rui.far");
        assertThat(whatWasRead(ines.page())).containsText("in Portuguese, which Rapport does not read yet");
        assertThat(whatWasRead(ines.page()).locator(".sign")).hasCount(0);
        assertThat(ines.faults()).isEmpty();
    }

    /** From the link to the button with the tabulator; the focus stays where it was pressed, and comes back to the link. */
    private static void correctsByKeyboard(Page page) {
        Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Correct what was read"));
        link.focus();
        page.keyboard().press("Enter");
        Locator panel = page.locator(".correcting");
        assertThat(panel.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName("What was read")))
                .isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        Locator bad = whole(panel, "bad");
        assertThat(bad).isFocused();
        page.keyboard().press("Enter");
        assertThat(bad).hasAttribute("aria-pressed", "true");
        assertThat(bad).isFocused();
        panel.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Done"))
                .press("Enter");
        assertThat(panel).hasCount(0);
        assertThat(link).isFocused();
    }

    private static void takesBack(Visitor ines) {
        opens(ines, "finja.safe");
        Page page = ines.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Correct what was read"))
                .click();
        Locator panel = page.locator(".correcting");
        panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take back"))
                .click();
        assertThat(whole(panel, "neutral")).hasAttribute("aria-pressed", "true");
    }

    private static Locator whole(Locator panel, String feeling) {
        return panel.getByRole(
                        AriaRole.GROUP,
                        new Locator.GetByRoleOptions().setName("The message").setExact(true))
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(feeling).setExact(true));
    }

    private static Locator whatWasRead(Page page) {
        return page.locator("#messages .message .readings").first();
    }

    private static void hears(Visitor visitor, String file, String lines) {
        Screens.importMessages(visitor, "Radio club", file, lines);
        assertThat(visitor.page().locator("main .badge").first()).hasText("done");
    }

    /** What an import brought is placed a moment later, and read a moment after that; one looks again until it is. */
    private static void opens(Visitor visitor, String author) {
        visitor.opens("/inbox?view=everyone&state=all");
        Locator row = visitor.page().locator("#rows li").filter(new Locator.FilterOptions().setHasText(author));
        Page page = visitor.page();
        again(page, row);
        row.getByRole(AriaRole.LINK).click();
        assertThat(page).hasURL(Pattern.compile(".*/inbox/\\d+.*"));
        assertThat(page.locator("#messages .message").first()).isVisible();
        again(page, whatWasRead(page));
    }

    private static void again(Page page, Locator wanted) {
        for (int look = 0; look < LOOKS && !wanted.isVisible(); look++) {
            page.waitForTimeout(PAUSE_MILLIS);
            page.reload();
        }
    }

    private static String line(String id, String author, String text) {
        return "{\"id\":\"%s\",\"author\":\"%s\",\"said_at\":\"2026-01-10T09:00:00Z\",\"text\":\"%s\"}\n"
                .formatted(id, author, text);
    }
}
