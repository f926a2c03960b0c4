package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rapport.access.OwnerLinks;
import dev.rapport.cast.Person;
import dev.rapport.channels.StubPlace;
import dev.rapport.journeys.support.Eventually;
import dev.rapport.journeys.support.Journey;
import dev.rapport.journeys.support.PostOffice;
import dev.rapport.journeys.support.Screens;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A visitor of a website asks in its chat, an agent answers in the inbox, the visitor reads it on the page they asked from. */
@Journey
class VisitorChatsAndIsAnswered {

    private static final String QUESTION = "Is the charger of the Lumo 11 back?";
    private static final String ANSWER = "Yes, from Friday on.";

    private static final String ADDRESS = "support@solvane.example";
    private static final PostOffice MAIL = PostOffice.open();

    private final String home;
    private final OwnerLinks links;
    private final JdbcClient jdbc;

    VisitorChatsAndIsAnswered(
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
    void visitorAsksAgentAnswersVisitorReads(Visitors visitors) {
        Visitor ines = visitors.at(home);
        ines.becomesOwner(links.issue(), Person.INES);
        ines.opens("/channels/new");
        ines.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Website chat")))
                .click();
        ines.field("Name").fill("Shop chat");
        ines.page().getByLabel("Websites").fill("https://shop.example");
        ines.presses("Connect");
        ines.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("To the channel"))
                .click();
        ines.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the example page"))
                .click();
        assertThat(ines.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chat with us")))
                .isVisible();

        Page site = ines.page();
        chat(site);
        noViolations(site, "chat-wide");
        site.setViewportSize(390, 844);
        noViolations(site, "chat-phone");
        String example = site.url();

        ines.opens("/inbox?view=everyone");
        Locator row = ines.page().locator("#rows li").filter(new Locator.FilterOptions().setHasText("Visitor"));
        assertThat(row).isVisible();
        row.getByRole(AriaRole.LINK).click();
        assertThat(ines.page().locator("#messages")).containsText(QUESTION);
        ines.page().getByLabel("Private reply").fill(ANSWER);
        ines.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Send to")))
                .click();
        assertThat(ines.page().locator("#messages .delivery")).hasText("Sent");

        ines.page().navigate(example);
        assertThat(ines.page().getByText("New answer")).isVisible();
        ines.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Chat with us")))
                .click();
        Locator log = ines.page().getByRole(AriaRole.LOG);
        assertThat(log).containsText(QUESTION);
        assertThat(log).containsText(ANSWER);
        assertThat(ines.faults()).isEmpty();
    }

    /** The chat stands on a website of another origin, and nobody who answers has done anything for a while. */
    @Test
    void visitorWhoFindsNobodyLeavesAnAddressAndIsAnsweredByMail(Visitors visitors) throws Exception {
        Visitor ines = visitors.at(home);
        ines.becomesOwner(links.issue(), Person.INES);
        Screens.connectMailbox(ines, MAIL, "Night post", ADDRESS);
        try (Website website = new Website()) {
            website.script = connectChat(ines, "Night chat", website.address(), "Night post");
            ines.opens("about:blank");
            jdbc.sql("update access.sessions set last_access_time = last_access_time - 1200000")
                    .update();
            leavesAnAddress(visitors.at(website.address()).page());
        }

        Eventually.until(
                "it is a mail to the mailbox",
                () -> jdbc.sql("""
                        select count(*) from conversations.messages m join channels.inboxes i on i.id = m.inbox_id
                        where i.kind = 'mail' and m.words = :words
                        """).param("words", QUESTION).query(Long.class).single() == 1);
        ines.opens("/inbox?view=everyone");
        Locator row =
                ines.page().locator("#rows li").filter(new Locator.FilterOptions().setHasText(Person.NOOR.address()));
        row.getByRole(AriaRole.LINK).click();
        ines.page().getByLabel("Private reply").fill(ANSWER);
        ines.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Send to")))
                .click();
        Eventually.until(
                "the answer arrives by mail", () -> !MAIL.received(Person.NOOR).isEmpty());
        assertThat(MAIL.received(Person.NOOR).getFirst().getContent().toString())
                .contains(ANSWER);
    }

    private static void leavesAnAddress(Page site) {
        site.navigate("/");
        site.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chat with us"))
                .click();
        assertThat(site.getByRole(AriaRole.STATUS)).containsText("Nobody is here just now");
        site.getByLabel("Your message").fill(QUESTION);
        site.getByLabel("Your e-mail address").fill(Person.NOOR.address());
        site.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                .click();
        assertThat(site.getByRole(AriaRole.STATUS)).containsText("We answer by mail");
        site.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "journeys", "chat-away.png")));
    }

    /** Connects a chat and returns the address of its script. */
    private static String connectChat(Visitor manager, String name, String website, String mailbox) {
        manager.opens("/channels/kinds/chat");
        manager.field("Name").fill(name);
        manager.page().getByLabel("Websites").fill(website);
        manager.page().getByLabel("Mailbox while nobody is there").selectOption(mailbox);
        manager.presses("Connect");
        manager.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("To the channel"))
                .click();
        manager.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the example page"))
                .click();
        String line = manager.page()
                .getByLabel("The line for your website", new Page.GetByLabelOptions().setExact(true))
                .inputValue();
        return line.replaceFirst(".*src=\"([^\"]+)\".*", "$1");
    }

    /** A website of another origin with the chat's line in it. */
    private static final class Website extends StubPlace {

        private volatile String script = "";

        @Override
        protected Said answer(Asked asked) {
            String page = "<!doctype html><html lang=\"en\"><title>Shop</title><body><h1>Shop</h1><script src=\""
                    + script + "\" async></script>";
            return new Said(200, Map.of("Content-Type", "text/html"), page);
        }
    }

    private static void chat(Page site) {
        site.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chat with us"))
                .click();
        Locator words = site.getByLabel("Your message");
        assertThat(words).isFocused();
        assertThat(site.getByRole(AriaRole.LOG)).containsText("Hello! How can we help you?");
        words.fill(QUESTION);
        words.press("Enter");
        assertThat(site.getByRole(AriaRole.LOG)).containsText(QUESTION);
        assertThat(site.locator(".line.mine[data-state=sent]")).hasCount(1);
    }

    private static void noViolations(Page site, String picture) {
        site.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "journeys", picture + ".png")));
        assertThat(new AxeBuilder(site)
                        .disableRules(List.of("css-orientation-lock", "no-autoplay-audio"))
                        .setLegacyMode(true)
                        .analyze()
                        .getViolations())
                .isEmpty();
    }
}
