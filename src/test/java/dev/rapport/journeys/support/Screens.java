package dev.rapport.journeys.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.rapport.cast.Person;
import dev.rapport.cast.Solvane;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Ways through several screens that more than one journey takes. */
public final class Screens {

    private Screens() {}

    /** Connects a mailbox of the post office and returns the address of its page. */
    public static String connectMailbox(Visitor manager, PostOffice office, String name, String address)
            throws Exception {
        office.ourMailbox(address);
        manager.opens("/channels/new/mail");
        manager.field("Name").fill(name);
        manager.field("Address").fill(address);
        fillServer(manager.page(), "Reading (IMAP)", office.imapPort());
        fillServer(manager.page(), "Sending (SMTP)", office.smtpPort());
        manager.presses("Try and connect");
        Page.GetByRoleOptions named = new Page.GetByRoleOptions().setName(name).setLevel(1);
        assertThat(manager.page().getByRole(AriaRole.HEADING, named))
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(90_000));
        assertThat(manager.page().getByText("Works").first()).isVisible();
        return manager.page().url();
    }

    /** Adds our brand and its product. */
    public static void fillCatalogue(Visitor manager) {
        manager.opens("/catalogue/brands/new");
        manager.field("Name").fill(Solvane.BRAND);
        manager.field("Ours").check();
        manager.presses("Add");
        assertThat(manager.page()).hasURL(Pattern.compile(".*/catalogue"));
        manager.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Product " + Solvane.BRAND))
                .click();
        manager.field("Name").fill(Solvane.PRODUCT);
        manager.presses("Add");
        assertThat(manager.page()
                        .getByRole(AriaRole.LISTITEM)
                        .filter(new Locator.FilterOptions().setHasText(Solvane.PRODUCT)))
                .isVisible();
    }

    /** Waits in the list of all open conversations for what somebody said, and opens it. */
    public static void openConversation(Visitor visitor, Person with) {
        visitor.opens("/inbox?view=everyone");
        Locator row =
                visitor.page().locator("#rows li").filter(new Locator.FilterOptions().setHasText(with.fullName()));
        assertThat(row).isVisible();
        row.getByRole(AriaRole.LINK).click();
        assertThat(visitor.page()).hasURL(Pattern.compile(".*/inbox/\\d+.*"));
        assertThat(visitor.page().locator("#messages .message").first()).isVisible();
    }

    /** Uploads messages and returns the address of the page that shows how far they are. */
    public static String importMessages(Visitor manager, String inbox, String fileName, String lines) {
        manager.opens("/imports/new?kind=messages");
        byte[] file = lines.getBytes(StandardCharsets.UTF_8);
        manager.field("File").setInputFiles(new FilePayload(fileName, "application/x-ndjson", file));
        manager.page().getByLabel("Inbox").last().fill(inbox);
        manager.presses("Import");
        assertThat(manager.page()).hasURL(Pattern.compile(".*/imports/\\d+"));
        return manager.page().url();
    }

    private static void fillServer(Page page, String legend, int port) {
        Locator side = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(legend));
        side.getByLabel("Server").fill("127.0.0.1");
        side.getByLabel("Port").fill(Integer.toString(port));
        side.getByLabel("Protection").selectOption("NONE");
        side.getByLabel("Password").fill(PostOffice.KEY);
    }
}
