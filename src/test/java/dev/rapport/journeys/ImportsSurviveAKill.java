package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cast.Person;
import dev.rapport.journeys.support.BringsVisitors;
import dev.rapport.journeys.support.Eventually;
import dev.rapport.journeys.support.RunningRapport;
import dev.rapport.journeys.support.Screens;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The process that imports is killed half-way; started again, it goes on by itself, and every line is there once. */
@ExtendWith(BringsVisitors.class)
class ImportsSurviveAKill {

    private static final int LINES = 20_000;
    private static final int HALF_WAY = 5_000;
    private static final String READ = "select count(distinct message_id) from understanding.readings";

    @Test
    void importGoesOnWhereItWasAndNothingIsMissingOrDouble(Visitors visitors) throws Exception {
        try (RunningRapport rapport = RunningRapport.onEmptyHome("killed-import")) {
            Visitor ines = visitors.at(rapport.address());
            ines.becomesOwner(rapport.ownerLink(), Person.INES);
            try (Connection database = rapport.database()) {
                Screens.importMessages(ines, "Feed", "feed.ndjson", feed());
                Eventually.until("some lines are in", () -> added(database) >= HALF_WAY);
                rapport.kill();
            }
            assertThat(rapport.number("select added from exchange.imports")).isBetween((long) HALF_WAY, LINES - 1L);
            rapport.startAgain();

            ines.page().reload();
            assertThat(ines.page().locator("main .badge").first()).hasText("done");
            assertThat(rapport.number("select added from exchange.imports")).isEqualTo(LINES);
            assertThat(rapport.number("select lines from exchange.imports")).isEqualTo(LINES);
            try (Connection database = rapport.database()) {
                Eventually.until("every message is read", () -> number(database, READ) == LINES);
            }
            assertThat(rapport.number("select count(*) from conversations.messages"))
                    .isEqualTo(LINES);
            assertThat(rapport.number("select count(distinct words) from conversations.messages"))
                    .isEqualTo(LINES);
        }
    }

    private static long added(Connection database) throws SQLException {
        return number(database, "select coalesce(sum(added), 0) from exchange.imports");
    }

    private static long number(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String feed() {
        return IntStream.range(0, LINES).mapToObj(ImportsSurviveAKill::line).collect(Collectors.joining());
    }

    private static String line(int number) {
        return """
                {"id":"m%d","author":"customer%d","said_at":"2026-01-%02dT%02d:%02d:00Z","text":"Message %d says that delivery was %s."}
                """.formatted(
                        number,
                        number % 700,
                        1 + number % 28,
                        number % 24,
                        number % 60,
                        number,
                        number % 3 == 0 ? "slow" : "quick");
    }
}
