package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import dev.rapport.access.OwnerLinks;
import dev.rapport.cast.Person;
import dev.rapport.cast.Solvane;
import dev.rapport.journeys.support.Journey;
import dev.rapport.journeys.support.PostOffice;
import dev.rapport.journeys.support.Screens;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Who may only look sees everything and changes nothing, not even past the screens. */
@Journey
class ViewerCannotAnswer {

    private static final String ADDRESS = "care@solvane.example";
    private static final PostOffice MAIL = PostOffice.open();

    private final String home;
    private final OwnerLinks links;

    ViewerCannotAnswer(@Value("${rapport.public-url}") String home, @Autowired OwnerLinks links) {
        this.home = home;
        this.links = links;
    }

    @AfterAll
    static void closePostOffice() {
        MAIL.close();
    }

    @Test
    void viewerReadsTheThreadAndIsRefusedWhateverIsSentByHand(Visitors visitors) throws Exception {
        Visitor ines = visitors.at(home);
        ines.becomesOwner(links.issue(), Person.INES);
        String channel = Screens.connectMailbox(ines, MAIL, "Care", ADDRESS);
        MAIL.write(Person.LEILA, ADDRESS, "No answer", Solvane.COMPLAINT);
        Screens.openConversation(ines, Person.LEILA);
        String conversation = ines.page().url().replaceFirst("\\?.*", "");
        assertThat(ines.page().getByLabel("Private reply")).isEditable();

        Visitor piet = visitors.at(home);
        piet.accepts(ines.invites(Person.PIET, "Viewer"), Person.PIET);
        Screens.openConversation(piet, Person.LEILA);
        onlyReads(piet.page());
        refusedEverywhere(piet, conversation, channel);

        ines.opens(conversation);
        assertThat(ines.page().locator("#messages .message")).hasCount(1);
        assertThat(MAIL.received(Person.LEILA)).isEmpty();
        assertThat(piet.faults()).isEmpty();
    }

    private static void onlyReads(Page page) {
        assertThat(page.locator("#messages")).containsText("Nobody has answered me for two weeks");
        assertThat(page.locator("#composer")).containsText("You can read here; answering needs the role of an agent.");
        assertThat(page.locator("#composer textarea")).hasCount(0);
        assertThat(page.locator("#composer")
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setDisabled(false)))
                .hasCount(0);
        assertThat(page.locator("main form:not(#composer)")).hasCount(0);
    }

    private static void refusedEverywhere(Visitor piet, String conversation, String channel) {
        FormData form = FormData.create()
                .set("text", "Go away.")
                .set("note", "A note")
                .set("conversation", conversation.replaceFirst(".*/", ""))
                .set("reason", "ANSWERED")
                .set("kind", "messages")
                .set("name", "Taken over")
                .set("email", "friend@example.org")
                .set("role", "OWNER");
        List<String> deeds = List.of(
                conversation + "/replies",
                conversation + "/notes",
                conversation + "/draft",
                "/messages/1/corrections",
                "/cases",
                "/cases/1/resolution",
                "/cases/1/assignment",
                "/cases/1/snooze",
                channel,
                channel + "/pause",
                "/channels",
                "/imports",
                "/catalogue/brands",
                "/settings/invitations",
                "/settings/teams",
                "/settings/tokens");
        assertThat(deeds)
                .allSatisfy(deed -> assertThat(piet.posts(deed, form).status()).isEqualTo(403));
    }
}
