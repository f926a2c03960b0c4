package dev.rapport.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.channels.spi.Daily;
import dev.rapport.channels.spi.Spending;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SpendingStoreTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    private final ChannelsDatabase runner = new ChannelsDatabase();
    private final Spending spending = of("Care");

    @Test
    void whatIsSpentAddsUpOverADayAndBeginsAnewTheNext() {
        spending.spend("reads", MONDAY, 3);
        spending.spend("reads", MONDAY, 4);
        spending.spend("writes", MONDAY, 1);

        assertThat(spending.spent("reads", MONDAY)).isEqualTo(7);
        assertThat(spending.spent("writes", MONDAY)).isEqualTo(1);
        assertThat(spending.spent("reads", MONDAY.plusDays(1))).isZero();
        spending.spend("reads", MONDAY.plusDays(1), 2);
        assertThat(spending.spent("reads", MONDAY.plusDays(1))).isEqualTo(2);
    }

    @Test
    void dayThatIsOverChangesNothing() {
        spending.spend("reads", MONDAY, 3);
        spending.spend("reads", MONDAY.minusDays(1), 5);

        assertThat(spending.spent("reads", MONDAY)).isEqualTo(3);
    }

    @Test
    void everyInboxSpendsByItself() {
        spending.spend("reads", MONDAY, 3);

        assertThat(of("Sales").spent("reads", MONDAY)).isZero();
    }

    @Test
    void fifthOfADayIsKeptForReplies() {
        Daily daily = daily(ZoneOffset.UTC);
        daily.spend(7);

        assertThat(daily.left()).isEqualTo(4);
        assertThat(daily.leftForReading()).isEqualTo(1);
        daily.spend(20);
        assertThat(daily.left()).isZero();
        assertThat(daily.limits().isForRepliesOnly()).isTrue();
    }

    @Test
    void dayBeginsWhereThePlaceIs() {
        assertThat(daily(ZoneId.of("America/Los_Angeles")).resetsAt()).isEqualTo(Instant.parse("2026-11-16T08:00:00Z"));
        assertThat(daily(ZoneOffset.UTC).resetsAt()).isEqualTo(Instant.parse("2026-11-17T00:00:00Z"));
    }

    /** Eleven a day, at three in the morning by UTC. */
    private Daily daily(ZoneId zone) {
        return new Daily(spending, "reads", 11, zone, Clock.fixed(Instant.parse("2026-11-16T03:00:00Z"), zone));
    }

    private Spending of(String name) {
        return runner.connections.to(runner.inbox(name)).connection().spending();
    }
}
