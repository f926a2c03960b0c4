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

    private static final String FILE = """
            Row;Bezeichnung;Marke;Eigner;Auch genannt;Rufname;Lager
            brand;Quillmark;;ours;Quillmark AG;Quill;12
            product;Quillmark One;;;Q1;;13
            brand;Fernhag;;rival;;;14
            brand;;;ours;;;15
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
        endsWith(page, 4, 1, 3);

        String refused = refusedFile(page);
        assertThat(refused.lines().findFirst().orElse(""))
                .isEqualTo("Row;Bezeichnung;Marke;Eigner;Auch genannt;Rufname;Lager;refused_because");
        String repaired = refused.replace("Quillmark One;;", "Quillmark One;Quillmark;")
                .replace("Fernhag;;rival", "Fernhag;;competitor")
                .replace("brand;;;ours", "brand;Ostrach;;ours");
        page.getByLabel("Repaired file").setInputFiles(payload("repaired.csv", repaired));
        ines.presses("Bring in again");
        assertThat(page).hasURL(Pattern.compile(".*/imports/uploads/\\d+/preview"));
        assertThat(page.getByText("repairs import")).isVisible();
        ines.presses("Import");
        endsWith(page, 3, 3, 0);

        rememberedColumnsAreProposedAndForgotten(ines);
        // The browser's note of the one answer that refuses a mapping.
        assertThat(ines.faults()).allMatch(fault -> fault.contains("/mapping: ") && fault.contains("422"));
    }

    private static void chooseFile(Visitor ines) {
        ines.opens("/imports/new?kind=catalogue");
        ines.field("File").setInputFiles(payload("export.csv", FILE));
        ines.presses("Look at it first");
        assertThat(ines.page()).hasURL(Pattern.compile(".*/imports/uploads/\\d+/mapping"));
    }

    /** Two needed fields are fed by no column yet, which is said and refused. */
    private static String sayColumns(Visitor ines) {
        Page page = ines.page();
        ines.presses("Show the preview");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("“kind”, “name”");
        column(page, "Row").selectOption("kind");
        column(page, "Bezeichnung").selectOption("name");
        column(page, "Marke").selectOption("brand");
        column(page, "Eigner").selectOption("standing");
        column(page, "Auch genannt").selectOption("aliases");
        column(page, "Rufname").selectOption("aliases");
        assertThat(page.locator(".mapping tbody tr").first()).containsText("product");
        String address = page.url().replaceFirst("mapping.*", "mapping");
        ines.presses("Show the preview");
        assertThat(page).hasURL(Pattern.compile(".*/preview"));
        return address;
    }

    private static String lookAtPreview(Visitor ines) {
        Page page = ines.page();
        figure(page, "New", 1);
        figure(page, "Refused", 3);
        assertThat(page.getByText("Nothing has been brought in yet.")).isVisible();
        assertThat(page.getByText("Left out: Lager")).isVisible();
        assertThat(page.locator("main table").first()).containsText("Quillmark AG | Quill");
        assertThat(page.locator("#refused-3")).containsText("Say which brand “Quillmark One” belongs to.");
        return page.url();
    }

    private static void inspect(Visitor ines, String... screens) {
        Inspection inspection = new Inspection(ines);
        inspection.of(List.of(screens));
        inspection.of(List.of("/imports/mappings", "/exports", "/imports/new?kind=catalogue"));
        assertThat(inspection.findings()).isEmpty();
    }

    private static void rememberedColumnsAreProposedAndForgotten(Visitor ines) {
        Page page = ines.page();
        chooseFile(ines);
        assertThat(column(page, "Bezeichnung")).hasValue("name");
        assertThat(column(page, "Lager")).hasValue("");
        ines.presses("Discard");
        assertThat(page).hasURL(Pattern.compile(".*/imports"));
        ines.opens("/imports/mappings");
        assertThat(page.locator("main")).containsText("bezeichnung");
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
