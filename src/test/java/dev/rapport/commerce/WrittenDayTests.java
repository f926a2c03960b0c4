package dev.rapport.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDayTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-31",
                "2026/12/31",
                "2026.12.31",
                "20261231",
                "31.12.2026",
                "31/12/2026",
                "12/31/2026",
                "31-12-2026",
                " 2026-12-31 ",
                "2026-12-31 00:00:00",
                "31.12.2026 00:00"
            })
    void dayThatCanMeanOneThingIsTaken(String written) {
        assertThat(WrittenDay.day("bought_on", written)).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void pointsMeanDayMonthYearAndTwoEqualNumbersCannotBeMistaken() {
        assertThat(WrittenDay.day("bought_on", "5.4.2026")).isEqualTo(LocalDate.of(2026, 4, 5));
        assertThat(WrittenDay.day("bought_on", "04/04/2026")).isEqualTo(LocalDate.of(2026, 4, 4));
    }

    @Test
    void dayThatCanMeanTwoThingsIsRefusedWithWhatToWrite() {
        assertThatThrownBy(() -> WrittenDay.day("bought_on", "05/04/2026"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The field “bought_on” says “05/04/2026”, which can be two different days."
                        + " Write the year first, as 2026-12-31.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31.02.2026",
                "31/13/2026",
                "31.12.26",
                "46022",
                "yesterday",
                "0001-01-01",
                "9999-12-31",
                "2026-12/31"
            })
    void whatIsNoDayIsRefused(String written) {
        assertThatThrownBy(() -> WrittenDay.day("ends_on", written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("“ends_on” says “" + written + "”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-31T18:30:00+01:00",
                "2026-12-31T17:30:00Z",
                "2026-12-31T17:30Z",
                "2026-12-31 18:30:00+0100",
                "2026-12-31 18:30:00 +01:00",
                "2026-12-31 18:30:00.000+01"
            })
    void momentNeedsItsOffset(String written) {
        assertThat(WrittenDay.bought("bought_at", written)).isEqualTo(Bought.at(Instant.parse("2026-12-31T17:30:00Z")));
    }

    @Test
    void momentWithoutItsOffsetIsRefusedAndMidnightIsADay() {
        assertThatThrownBy(() -> WrittenDay.bought("bought_at", "2026-12-31 18:30"))
                .hasMessageContaining("no time with its offset")
                .hasMessageContaining("or the day alone");
        assertThat(WrittenDay.bought("bought_at", "2026-12-31 00:00:00.000"))
                .isEqualTo(Bought.on(LocalDate.of(2026, 12, 31)));
    }
}
