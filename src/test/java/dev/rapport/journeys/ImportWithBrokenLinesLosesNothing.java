package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rapport.access.OwnerLinks;
import dev.rapport.cast.Person;
import dev.rapport.journeys.support.Journey;
import dev.rapport.journeys.support.Screens;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What an import cannot take is kept, shown with the reason, repaired and brought in again; nothing is doubled. */
@Journey
class ImportWithBrokenLinesLosesNothing {

    private static final String INBOX = "Old forum";
    private static final String FILE = """
            {"id":"f1","author":"maren","said_at":"2026-01-10T09:00:00Z","text":"The hinge of my quokka headphones creaks."}
            {"id":"f2","author":"tomas","said_at":"2026-01-10T10:00:00Z","text":"Two quokka updates and still no sound."}
            {"id":"f3","author":"leila","said_at":"2026-01-10T11:00:00Z","text":"The quokka <img src=x onerror=alert(1)> is
            {"id":"f4","author":"maren","said_at":"2026-01-10T12:00:00Z"}
            {"id":"f1","author":"maren","said_at":"2026-01-10T09:00:00Z","text":"The hinge of my quokka headphones creaks."}
            {"id":"f5","author":"leila","said_at":"2026-01-10T13:00:00Z","text":"A quokka case would be lovely."}
            """;

    private final String home;
    private final OwnerLinks links;

    ImportWithBrokenLinesLosesNothing(@Value("${rapport.public-url}") String home, @Autowired OwnerLinks links) {
        this.home = home;
        this.links = links;
    }

    @Test
    void brokenLinesAreShownRepairedAndFound(Visitors visitors) throws IOException {
        Visitor ines = visitors.at(home);
        Page page = ines.page();
        ines.becomesOwner(links.issue(), Person.INES);

        String first = Screens.importMessages(ines, INBOX, "forum.ndjson", FILE);
        endsWith(page, 6, 3, 1, 2);
        refusedLinesSayWhy(page);
        String refused = refusedFile(page);

        Screens.importMessages(ines, INBOX, "repaired.ndjson", repaired(refused));
        endsWith(page, 2, 2, 0, 0);
        ines.opens("/messages?words=quokka");
        assertThat(page.getByText("5 found")).isVisible();
        assertThat(page.locator(".hits li")).hasCount(5);

        Screens.importMessages(ines, INBOX, "forum.ndjson", FILE);
        endsWith(page, 6, 0, 4, 2);
        ines.opens("/messages?words=quokka");
        assertThat(page.getByText("5 found")).isVisible();
        ines.opens(first);
        endsWith(page, 6, 3, 1, 2);
        assertThat(ines.faults()).isEmpty();
    }

    private static void endsWith(Page page, int lines, int added, int repeated, int refused) {
        assertThat(page.locator("main .badge").first()).hasText("done");
        figure(page, "Lines", lines);
        figure(page, "Added", added);
        figure(page, "There already", repeated);
        figure(page, "Refused", refused);
    }

    private static void figure(Page page, String name, int value) {
        Locator row = page.locator("dl.facts > div")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                "dt", new Page.LocatorOptions().setHasText(Pattern.compile("^" + name + "$")))));
        assertThat(row.locator("dd")).hasText(Integer.toString(value));
    }

    private static void refusedLinesSayWhy(Page page) {
        assertThat(page.locator("#refused tbody tr")).hasCount(2);
        Locator broken = page.locator("#refused-3 td");
        assertThat(broken.nth(0)).hasText("3");
        assertThat(broken.nth(1)).not().isEmpty();
        assertThat(broken.nth(2)).containsText("<img src=x onerror=alert(1)>");
        assertThat(page.locator("#refused img")).hasCount(0);
        assertThat(page.locator("#refused-4 td").nth(1)).containsText("text");
    }

    private static String refusedFile(Page page) throws IOException {
        Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download"));
        Download download = page.waitForDownload(link::click);
        try (var stream = download.createReadStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Mended with an editor; the reasons, lines that begin with #, may stay. */
    private static String repaired(String refused) {
        assertThat(refused.lines().filter(line -> line.startsWith("#"))).hasSize(2);
        return refused.replace(" is\n", " is quiet.\"}\n")
                .replace("12:00:00Z\"}", "12:00:00Z\",\"text\":\"Is there a quokka manual?\"}");
    }
}
