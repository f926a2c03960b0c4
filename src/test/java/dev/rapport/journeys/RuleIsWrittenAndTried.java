package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.rapport.access.OwnerLinks;
import dev.rapport.cast.Person;
import dev.rapport.journeys.support.Inspection;
import dev.rapport.journeys.support.Journey;
import dev.rapport.journeys.support.Screens;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody notices words by which customers tell that care has failed, writes them down, sees while typing whom it would have
 * caught, keeps the rule, and the next message with them is more urgent; then what was said before is read again as well.
 */
@Journey
class RuleIsWrittenAndTried {

    private static final String BEFORE = "Is this the dusty shelf with the parcel from Tuesday";
    private static final String AFTER = "It lies on the dusty shelf with the parcel for Anna";

    private final String home;
    private final OwnerLinks links;
    private final JdbcClient jdbc;

    RuleIsWrittenAndTried(
            @Value("${rapport.public-url}") String home, @Autowired OwnerLinks links, @Autowired JdbcClient jdbc) {
        this.home = home;
        this.links = links;
        this.jdbc = jdbc;
    }

    @Test
    void nextMessageWithItIsMoreUrgentAndHistoryIsReadAgain(Visitors visitors) {
        Visitor ines = visitors.at(home);
        ines.becomesOwner(links.issue(), Person.INES);
        Page page = ines.page();
        says(ines, "shelf-1.ndjson", "shelf-1", BEFORE);
        page.waitForCondition(() -> urgency(BEFORE) >= 0);
        assertThat(urgency(BEFORE)).isLessThan(40);

        ines.opens("/understanding/rules/new");
        ines.field("Pattern").pressSequentially("dusty shelf ~ parcel");
        assertThat(page.locator("#trial mark")).hasText("dusty shelf with the parcel");
        assertThat(page.locator("#trial")).containsText("1 message of");
        ines.field("Points").fill("60");
        ines.field("Failure").fill("forgotten");
        ines.presses("Keep the pattern");
        assertThat(page.locator("#patterns")).containsText("dusty shelf ~ parcel");
        assertThat(page.locator(".notice.warn")).containsText("read with other rules");

        says(ines, "shelf-2.ndjson", "shelf-2", AFTER);
        page.waitForCondition(() -> urgency(AFTER) >= 60);

        ines.opens("/understanding/reread");
        ines.presses("Look at what would change");
        assertThat(page.locator("#outlook")).containsText("To be read");
        page.locator("#outlook button.primary").click();
        assertThat(page.locator("#run .badge.good")).hasText("Done");
        assertThat(urgency(BEFORE)).isGreaterThanOrEqualTo(60);
        Inspection inspection = new Inspection(ines);
        inspection.of(List.of("/understanding/reread", "/understanding/rules?show=OWN"));
        assertThat(inspection.findings()).isEmpty();
        assertThat(ines.faults()).isEmpty();
    }

    private static void says(Visitor manager, String file, String id, String words) {
        String line = """
                {"id":"%s","author":"shelf.finder","said_at":"2026-11-10T09:00:00Z","text":"%s"}
                """.formatted(id, words);
        Screens.importMessages(manager, "Shelf talk", file, line);
    }

    /** Below zero until the message has been read. */
    private int urgency(String words) {
        return jdbc.sql("""
                        select r.urgency from understanding.readings r
                        join conversations.messages m on m.id = r.message_id and m.revision = r.revision where m.words = ?
                        """).params(words).query(Integer.class).optional().orElse(-1);
    }
}
