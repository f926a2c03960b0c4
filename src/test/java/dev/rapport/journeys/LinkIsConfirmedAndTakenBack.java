package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.rapport.access.OwnerLinks;
import dev.rapport.cases.Cases;
import dev.rapport.cases.OpenCase;
import dev.rapport.cast.Customers;
import dev.rapport.cast.Person;
import dev.rapport.cast.Voices;
import dev.rapport.conversations.ConversationId;
import dev.rapport.journeys.support.Journey;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import dev.rapport.people.ConfirmLink;
import dev.rapport.people.Links;
import dev.rapport.people.WithdrawLink;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.UserId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody finds out who speaks: open screens show it by themselves. It was somebody else: every screen says again what it
 * said before, to the letter; only the history of the link knows more.
 */
@Journey
class LinkIsConfirmedAndTakenBack {

    private final String home;
    private final OwnerLinks ownerLinks;
    private final JdbcClient jdbc;
    private final Cases cases;
    private final Links links;

    LinkIsConfirmedAndTakenBack(
            @Value("${rapport.public-url}") String home,
            @Autowired OwnerLinks ownerLinks,
            @Autowired JdbcClient jdbc,
            @Autowired Cases cases,
            @Autowired Links links) {
        this.home = home;
        this.ownerLinks = ownerLinks;
        this.jdbc = jdbc;
        this.cases = cases;
        this.links = links;
    }

    @Test
    void everyScreenIsAsItWasBefore(Visitors visitors) {
        Voices voices = new Voices(jdbc);
        Customers customers = new Customers(jdbc);
        PersonId person = customers.person("Runa Ekdahl");
        long product = customers.product("Fjordlys", "Lantern 3");
        customers.buys(person, product, "Lantern 3", NOON, LocalDate.of(2030, 1, 1));
        ProfileId profile = voices.profile("forum", "night.owl.77", "Night Owl");
        ConversationId conversation = voices.conversation(1, "link-journey", "PUBLIC", profile);
        voices.says(conversation, profile, "My Lantern 3 flickers", NOON.plusSeconds(60));
        cases.open(OpenCase.byHand(conversation, null, ""));

        Visitor ines = visitors.at(home);
        ines.becomesOwner(ownerLinks.issue(), Person.INES);
        Page page = ines.page();
        UserId she = UserId.of(jdbc.sql("select id from access.users where email = ?")
                .params(Person.INES.address())
                .query(Long.class)
                .single());
        ines.opens("/inbox/" + conversation.value() + "?view=everyone");
        assertThat(page.locator("#about h2").last()).hasText("Night Owl");
        List<String> screens = List.of(
                "/inbox/" + conversation.value() + "/about",
                "/inbox/" + conversation.value() + "/head",
                "/inbox/" + conversation.value() + "/messages",
                "/inbox/rows?view=everyone&state=all",
                "/people/" + person.value() + "/timeline?show=said",
                "/people/" + person.value() + "/timeline?show=bought",
                "/people/" + person.value() + "/timeline?show=cases",
                "/search?words=flickers",
                "/search/suggestions?words=flickers",
                "/home");
        Map<String, String> before = shown(page, screens);

        links.confirm(new ConfirmLink(profile, person, she, "she told me"));
        assertThat(page.locator("#about h2").last()).hasText("Runa Ekdahl");
        assertThat(page.locator("#about")).containsText("Lantern 3");
        assertThat(page.locator("#conversation-" + conversation.value())).containsText("Runa Ekdahl");
        assertThat(shown(page, screens).get(screens.getFirst())).isNotEqualTo(before.get(screens.getFirst()));

        links.withdraw(new WithdrawLink(profile, person, she, "another lantern"));
        assertThat(page.locator("#about h2").last()).hasText("Night Owl");
        assertThat(shown(page, screens)).isEqualTo(before);
        ines.opens("/people/" + person.value() + "?show=links");
        assertThat(page.locator(".timeline")).containsText("another lantern");
        assertThat(ines.faults()).isEmpty();
    }

    /** What each address answers, without the token that is another for each form. */
    private static Map<String, String> shown(Page page, List<String> screens) {
        return screens.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        screen -> page.context()
                                .request()
                                .get(screen)
                                .text()
                                .replaceAll("(value|content|data-live-stream)=\"[^\"]{13,}\"", "")));
    }
}
