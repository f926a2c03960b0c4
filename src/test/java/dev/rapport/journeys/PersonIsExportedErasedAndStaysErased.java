package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import dev.rapport.access.OwnerLinks;
import dev.rapport.cast.Person;
import dev.rapport.exchange.Import;
import dev.rapport.exchange.Imports;
import dev.rapport.exchange.StartImport;
import dev.rapport.journeys.support.Inspection;
import dev.rapport.journeys.support.Journey;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import dev.rapport.people.People;
import dev.rapport.people.PersonFound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A customer asks what is held about them and then to be forgotten; the next nightly file does not bring them back. */
@Journey
class PersonIsExportedErasedAndStaysErased {

    private static final String CUSTOMERS = """
            number,name,email
            W-1,Wilma Wardrobe,wilma@example.org
            W-2,Otto Other,otto@example.org
            """;
    private static final String BOUGHT = """
            number,customer_number,product,bought_on,serial
            P-1,W-1,Halo 10,2026-01-05,WILMA-SERIAL
            P-2,W-2,Halo 10,2026-01-06,OTTO-SERIAL
            """;

    private final String home;
    private final OwnerLinks links;
    private final Imports imports;
    private final People people;

    @TempDir
    private Path folder;

    PersonIsExportedErasedAndStaysErased(
            @Value("${rapport.public-url}") String home,
            @Autowired OwnerLinks links,
            @Autowired Imports imports,
            @Autowired People people) {
        this.home = home;
        this.links = links;
        this.imports = imports;
        this.people = people;
    }

    @Test
    void customerIsShownEverythingForgottenAndNotBroughtBackByAFile(Visitors visitors) throws Exception {
        Visitor ines = visitors.at(home);
        ines.becomesOwner(links.issue(), Person.INES);
        brings("persons", CUSTOMERS);
        brings("purchases", BOUGHT);
        long wilma = wilma().getFirst().id().value();
        String privacy = "/people/" + wilma + "/privacy";

        recordsARefusal(ines, privacy);
        readsTheCopy(ines, privacy);
        Inspection inspection = new Inspection(ines);
        inspection.of(List.of(privacy, privacy + "/copy", "/people/" + wilma + "/erasure"));
        erases(ines, wilma);
        inspection.of(List.of(ines.page().url()));
        assertThat(inspection.findings()).isEmpty();

        Import again = brings("persons", CUSTOMERS);
        brings("purchases", BOUGHT);
        assertThat(wilma()).isEmpty();
        ines.opens("/imports/" + again.id().value());
        assertThat(ines.page().locator("main")).containsText("Erased on request, on");
        assertThat(ines.page().locator("main")).not().containsText("Wilma");
        assertThat(ines.faults())
                .as("besides the name that was refused")
                .allMatch(fault -> fault.contains("status of 422"));
    }

    private static void recordsARefusal(Visitor ines, String privacy) {
        ines.opens(privacy);
        assertThat(ines.page().locator("#held-purchases")).containsText("1");
        assertThat(ines.page().locator("#permission-CARE")).containsText("Allowed");
        ines.page().getByLabel("Purpose").selectOption("MARKETING");
        ines.page().getByLabel("Refused").check();
        ines.page().getByLabel("In their words").fill("No advertising, please.");
        ines.presses("Write it down");
        assertThat(ines.page().locator("#permission-MARKETING")).containsText("Not allowed");
        assertThat(ines.page().locator("#consents")).containsText("No advertising, please.");
    }

    private static void readsTheCopy(Visitor ines, String privacy) throws IOException {
        Page page = ines.page();
        page.getByText("Read and print").click();
        assertThat(page.locator("#copy-addresses")).containsText("wilma@example.org");
        assertThat(page.locator("#copy-purchases")).containsText("WILMA-SERIAL");
        ines.opens(privacy);
        Download file = page.waitForDownload(() -> ines.presses("File (JSON)"));
        try (var stream = file.createReadStream()) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("wilma@example.org", "WILMA-SERIAL", "No advertising, please.")
                    .doesNotContain("OTTO");
        }
    }

    private static void erases(Visitor ines, long wilma) {
        Page page = ines.page();
        ines.opens("/people/" + wilma + "/erasure");
        page.locator("#name").fill("Wilma");
        ines.presses("Erase for good");
        assertThat(page.locator("#name-problem")).isVisible();
        page.locator("#name").fill("Wilma Wardrobe");
        ines.presses("Erase for good");
        assertThat(page).hasURL(Pattern.compile(".*/people/erasures/\\d+"));
        assertThat(page.locator("main")).not().containsText("Wilma");
        assertThat(page.locator("#held-purchases")).containsText("1");
    }

    private Import brings(String kind, String lines) throws Exception {
        Path file = Files.writeString(folder.resolve(kind + ".csv"), lines);
        return imports.runToEnd(
                imports.start(new StartImport(kind, file, kind + ".csv", Map.of("source", "shop"), null)),
                progress -> {});
    }

    private List<PersonFound> wilma() {
        return people.search("wilma wardrobe", 5);
    }
}
