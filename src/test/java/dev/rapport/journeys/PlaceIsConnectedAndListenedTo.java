package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rapport.access.OwnerLinks;
import dev.rapport.bench.places.Books;
import dev.rapport.bench.places.MastodonPlace;
import dev.rapport.cast.Person;
import dev.rapport.journeys.support.Eventually;
import dev.rapport.journeys.support.Inspection;
import dev.rapport.journeys.support.Journey;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/** A place is connected once it was read and written to; what is said there, and what is listened for, is in the inbox. */
@Journey
@TestPropertySource(properties = {"rapport.channels.poll=1s", "rapport.outside.allow=*"})
class PlaceIsConnectedAndListenedTo {

    private final String home;
    private final OwnerLinks links;

    PlaceIsConnectedAndListenedTo(@Value("${rapport.public-url}") String home, @Autowired OwnerLinks links) {
        this.home = home;
        this.links = links;
    }

    @Test
    void mentionAndHashtagComeIn(Visitors visitors) throws Exception {
        try (MastodonPlace place = new MastodonPlace(0, new Books())) {
            Visitor ines = visitors.at(home);
            ines.becomesOwner(links.issue(), Person.INES);
            connect(ines, place);
            String channel = ines.page().url();

            place.mention("My charger stops at three in the morning.");
            place.say("Rain again in #Harbour, and the lamps flicker.");
            place.say("A giveaway in #Harbour");
            listen(ines);
            assertThat(ines.page().getByText("Harbour", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();

            Eventually.until("the mention is found", () -> {
                ines.opens("/messages?words=charger");
                return ines.page().locator("main").innerText().contains("stops at three");
            });
            Inspection inspection = new Inspection(ines);
            inspection.of(List.of(
                    channel,
                    channel + "/searches/new",
                    channel + "/searches/new?kind=HASHTAG&query=Harbour&share=100&budget=100&excluded=giveaway",
                    "/channels/new",
                    "/channels/new/bluesky",
                    "/channels/new/youtube",
                    "/channels/new/reddit",
                    "/channels/new/x",
                    "/channels/new/feed"));
            assertThat(inspection.findings()).isEmpty();
            assertThat(ines.faults()).isEmpty();
        }
    }

    private static void connect(Visitor ines, MastodonPlace place) {
        ines.opens("/channels");
        ines.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Connect a channel"))
                .click();
        ines.page().locator("a[href='/channels/new/mastodon']").click();
        ines.field("Name").fill("Mastodon");
        ines.field("Server").fill(place.uri().toString());
        ines.field("Access token").fill(MastodonPlace.TOKEN);
        ines.presses("Try and connect");
        assertThat(ines.page()
                        .getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName("Mastodon").setLevel(1)))
                .isVisible();
        assertThat(ines.page().locator("main")).containsText("support@127.0.0.1");
    }

    private static void listen(Visitor ines) {
        ines.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Listen for something"))
                .click();
        ines.page().locator("#kind").selectOption("HASHTAG");
        ines.page().locator("#query").fill("Harbour");
        ines.page().locator("#excluded").fill("giveaway");
        ines.presses("Show what it brings");
        assertThat(ines.page().locator("#found")).containsText("2 messages, 1 of them taken");
        ines.presses("Listen for this");
    }
}
