package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.rapport.access.OwnerLinks;
import dev.rapport.cast.Person;
import dev.rapport.journeys.support.Inspection;
import dev.rapport.journeys.support.Journey;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/**
 * An export of a customer's system comes with its own columns and broken rows: somebody says once what the columns are,
 * sees what will become of them, brings them in, and repairs the refused rows in the file that Rapport gives back.
 */
@Journey
class CustomerImportIsRepairedFromTheRefusedFile {

    private static final String SOURCE = "Quill CRM";
    private static final String FILE = """
            Kundennr;Rufname;E-Mail;E-Mail 2;Geburtstag;Lager
            Q-1;Henrike Quillmann;henrike@example.org;h.quillmann@example.com;31.1.1980;12
            Q-2;;odo@example.org;;2.3.1975;13
            Q-3;Runa Quillfeld;runa@example.org;;31.2.1990;14
            """;

    private final String home;
    private final OwnerLinks links;

    CustomerImportIsRepairedFromTheRefusedFile(
            @Value("${rapport.public-url}") String home, @Autowired OwnerLinks links) {
        this.home = home;
        this.links = links;
    }

    @Test
    void refusedRowsComeInWithTheSameColumnsOnceTheyAreRepaired(Visitors visitors) throws IOException {
        Visitor ines = visitors.at(home);
        Page page = ines.page();
        ines.becomesOwner(links.issue(), Person.INES);

        chooseFile(ines);
        String mapping = sayColumns(ines);
        String preview = lookAtPreview(ines);
        inspect(ines, mapping, preview);
        ines.opens(preview);
        ines.presses("Import");
        endsWith(page, 3, 1, 2);

        String refused = refusedFile(page);
        assertThat(refused.lines().findFirst().orElse(""))
                .isEqualTo("Kundennr;Rufname;E-Mail;E-Mail 2;Geburtstag;Lager;refused_because");
        String repaired = refused.replace("Q-2;;", "Q-2;Odo Quillberg;").replace("31.2.1990", "28.2.1990");
        page.getByLabel("Repaired file").setInputFiles(payload("repaired.csv", repaired));
        ines.presses("Bring in again");
        assertThat(page).hasURL(Pattern.compile(".*/imports/uploads/\\d+/preview"));
        assertThat(page.getByText("repairs import")).isVisible();
        ines.presses("Import");
        endsWith(page, 2, 2, 0);
        assertThat(page.getByText(SOURCE)).isVisible();

        rememberedColumnsAreProposedAndForgotten(ines);
        // The browser's note of the one answer that refuses a mapping.
        assertThat(ines.faults()).allMatch(fault -> fault.contains("/mapping: ") && fault.contains("422"));
    }

    private static void chooseFile(Visitor ines) {
        ines.opens("/imports/new?kind=persons");
        ines.field("File").setInputFiles(payload("customers.csv", FILE));
        ines.field("Source").fill(SOURCE);
        ines.presses("On to the columns");
        assertThat(ines.page()).hasURL(Pattern.compile(".*/imports/uploads/\\d+/mapping"));
    }

    /** What their names tell is proposed; the rest is said, and what is needed cannot be left out. */
    private static String sayColumns(Visitor ines) {
        Page page = ines.page();
        assertThat(column(page, "Kundennr")).hasValue("number");
        assertThat(column(page, "E-Mail 2")).hasValue("email");
        assertThat(column(page, "Geburtstag")).hasValue("birth_date");
        assertThat(page.getByLabel("Day first: 31.1.2026")).isChecked();
        column(page, "Kundennr").selectOption("");
        ines.presses("Show the preview");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("“number”");
        column(page, "Kundennr").selectOption("number");
        column(page, "Rufname").selectOption("name");
        assertThat(page.locator(".mapping tbody tr").nth(1)).containsText("Runa Quillfeld");
        String address = page.url();
        ines.presses("Show the preview");
        assertThat(page).hasURL(Pattern.compile(".*/preview"));
        return address;
    }

    private static String lookAtPreview(Visitor ines) {
        Page page = ines.page();
        figure(page, "New", 1);
        figure(page, "Refused", 2);
        assertThat(page.getByText("Nothing has been brought in yet.")).isVisible();
        assertThat(page.getByText("Left out: Lager")).isVisible();
        assertThat(page.locator("main table").first()).containsText("henrike@example.org | h.quillmann@example.com");
        assertThat(page.locator("main table").first()).containsText("1980-01-31");
        assertThat(page.locator("#refused-3")).containsText("“name” is empty");
        assertThat(page.locator("#refused-4")).containsText("31.2.1990");
        return page.url();
    }

    private static void inspect(Visitor ines, String... screens) {
        Inspection inspection = new Inspection(ines);
        inspection.of(List.of(screens));
        inspection.of(List.of("/imports/mappings", "/exports", "/imports/new?kind=persons"));
        assertThat(inspection.findings()).isEmpty();
    }

    private static void rememberedColumnsAreProposedAndForgotten(Visitor ines) {
        Page page = ines.page();
        chooseFile(ines);
        assertThat(column(page, "Rufname")).hasValue("name");
        assertThat(column(page, "Lager")).hasValue("");
        ines.presses("Discard");
        assertThat(page).hasURL(Pattern.compile(".*/imports"));
        ines.opens("/imports/mappings");
        assertThat(page.locator("main")).containsText(SOURCE);
        ines.presses("Forget");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Forget"))
                .click();
        assertThat(page.getByText("Nothing remembered yet")).isVisible();
    }

    private static void endsWith(Page page, int lines, int added, int refused) {
        assertThat(page).hasURL(Pattern.compile(".*/imports/\\d+"));
        assertThat(page.locator("main .badge").first()).hasText("done");
        figure(page, "Lines", lines);
        figure(page, "Added", added);
        figure(page, "Refused", refused);
    }

    private static void figure(Page page, String name, int value) {
        Locator row = page.locator("dl.facts > div")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                "dt", new Page.LocatorOptions().setHasText(Pattern.compile("^" + name + "$")))));
        assertThat(row.locator("dd")).hasText(Integer.toString(value));
    }

    private static Locator column(Page page, String name) {
        return page.getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String refusedFile(Page page) throws IOException {
        Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download"));
        Download download = page.waitForDownload(link::click);
        try (var stream = download.createReadStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static FilePayload payload(String name, String words) {
        return new FilePayload(name, "text/csv", words.getBytes(StandardCharsets.UTF_8));
    }
}
