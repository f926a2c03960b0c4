package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.rapport.access.OwnerLinks;
import dev.rapport.cast.Customers;
import dev.rapport.cast.Person;
import dev.rapport.journeys.support.Journey;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import dev.rapport.shared.PersonId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From any page to a person, to a page, to everything that was said: no hand leaves the keyboard. */
@Journey
class CommandMenuFindsByKeyboardAlone {

    private final String home;
    private final OwnerLinks links;
    private final JdbcClient jdbc;

    CommandMenuFindsByKeyboardAlone(
            @Value("${rapport.public-url}") String home, @Autowired OwnerLinks links, @Autowired JdbcClient jdbc) {
        this.home = home;
        this.links = links;
        this.jdbc = jdbc;
    }

    @Test
    void everythingIsAFewKeysAway(Visitors visitors) {
        Customers customers = new Customers(jdbc);
        customers.person("Xaver Quendel");
        PersonId second = customers.person("Xaver Quittenbaum");
        Visitor ines = visitors.at(home);
        ines.becomesOwner(links.issue(), Person.INES);
        Page page = ines.page();
        Locator words = page.locator("#command-words");
        Locator chosen = page.locator("#command-options [aria-selected=true]");

        page.keyboard().press("Control+k");
        assertThat(words).isFocused();
        assertThat(chosen).hasText("Home");
        page.keyboard().type("xaver qu");
        assertThat(chosen).containsText("Xaver Quendel");
        assertThat(words).hasAttribute("aria-activedescendant", Pattern.compile("option-person-\\d+"));
        page.keyboard().press("ArrowDown");
        assertThat(chosen).containsText("Xaver Quittenbaum");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/people/" + second.value() + "$"));
        assertThat(page.locator("h1")).hasText("Xaver Quittenbaum");

        page.keyboard().press("Control+k");
        page.keyboard().type("audit");
        assertThat(chosen).hasText("Audit trail");
        page.keyboard().press("ArrowUp");
        assertThat(chosen).containsText("Search everything");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/search\\?words=audit$"));

        page.keyboard().press("Control+k");
        assertThat(words).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("#command")).isHidden();
        assertThat(ines.faults()).isEmpty();
    }
}
