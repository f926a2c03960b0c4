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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ten readings nobody was sure of are taught without touching the mouse, and one of them is taken back. */
@Journey
class ReaderIsTaughtByKeyboardAlone {

    private final String home;
    private final OwnerLinks links;
    private final JdbcClient jdbc;

    ReaderIsTaughtByKeyboardAlone(
            @Value("${rapport.public-url}") String home, @Autowired OwnerLinks links, @Autowired JdbcClient jdbc) {
        this.home = home;
        this.links = links;
        this.jdbc = jdbc;
    }

    @Test
    void tenAreClearedAndOneIsTakenBack(Visitors visitors) {
        Visitor ines = visitors.at(home);
        ines.becomesOwner(links.issue(), Person.INES);
        unsureReadings(ines);
        Page page = ines.page();

        ines.opens("/understanding/teach");
        List<String> keys = List.of("1", "2", "3", "4", "Enter", "s", "1", "3", "Enter", "2");
        for (int i = 0; i < keys.size(); i++) {
            assertThat(page.locator("#lesson-of")).hasText((i + 1) + " of 10");
            assertThat(page.locator(".lesson .button.primary")).isFocused();
            page.keyboard().press(keys.get(i));
        }
        assertThat(page.locator(".lesson-over h2")).hasText("9 taught");
        assertThat(taught()).isEqualTo(9);
        Inspection inspection = new Inspection(ines);
        inspection.of(List.of("/understanding/scorecard", "/understanding/teach"));
        assertThat(inspection.findings()).isEmpty();

        ines.opens("/understanding/teach");
        page.locator("#newest form button").first().click();
        assertThat(page.locator("#toasts")).containsText("Taken back");
        assertThat(taught()).isEqualTo(8);
        assertThat(ines.faults()).isEmpty();
    }

    /** Less sure than anything else that was read in this application. */
    private void unsureReadings(Visitor manager) {
        String lines = IntStream.range(0, 10).mapToObj("""
                        {"id":"box-%1$d","author":"taught.owl","said_at":"2026-11-12T12:00:00Z","text":"Box %1$d is a blue one"}
                        """::formatted).collect(Collectors.joining());
        Screens.importMessages(manager, "Boxes", "boxes.ndjson", lines);
        manager.page().waitForCondition(() -> makeUnsure() == 10);
    }

    private int makeUnsure() {
        return jdbc.sql("""
                        update understanding.readings set confidence = 0.01, understood = true, polarity = 'NEUTRAL'
                        where message_id in (select id from conversations.messages where words like 'Box %')
                        """).update();
    }

    private long taught() {
        return jdbc.sql("""
                        select count(*) from understanding.corrections c join conversations.messages m on m.id = c.message_id
                        where m.words like 'Box %' and c.taken_back_at is null
                        """).query(Long.class).single();
    }
}
