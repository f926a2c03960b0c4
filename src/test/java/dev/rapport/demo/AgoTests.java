package dev.rapport.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class AgoTests {

    /** A Wednesday. */
    private static final ZonedDateTime BEGAN = ZonedDateTime.parse("2026-11-25T09:30:00+01:00[Europe/Berlin]");

    @Test
    void minutesAndHoursAreCountedFromTheMoment() {
        assertThat(told("12m")).isEqualTo("2026-11-25T09:18+01:00");
        assertThat(told("5h 10m")).isEqualTo("2026-11-25T04:20+01:00");
    }

    @Test
    void dayHasItsOwnTimeAndTheOffsetOfThatDay() {
        assertThat(told("3d 18:42")).isEqualTo("2026-11-22T18:42+01:00");
        assertThat(told("35d 18:42")).isEqualTo("2026-10-21T18:42+02:00");
    }

    @Test
    void weekdayIsTheLastOneBeforeToday() {
        assertThat(told("0w sat 10:20")).isEqualTo("2026-11-21T10:20+01:00");
        assertThat(told("0w wed 10:20")).isEqualTo("2026-11-18T10:20+01:00");
        assertThat(told("2w sun 07:05")).isEqualTo("2026-11-08T07:05+01:00");
    }

    @Test
    void anythingElseIsRefusedWithWhatToWrite() {
        assertThatThrownBy(() -> told("yesterday")).hasMessageContaining("3d 18:42");
    }

    @Test
    void cellsOfDaysAreWrittenAsDaysAndOthersLeftAlone() {
        LocalDate day = LocalDate.of(2026, 11, 25);

        assertThat(DaysFromNow.in("number,bought_on,until\n1,-10d,+2d\n-3d,x -3d,\n", day))
                .isEqualTo("number,bought_on,until\n1,2026-11-15,2026-11-27\n2026-11-22,x -3d,\n");
    }

    private static String told(String written) {
        return Ago.of(written, BEGAN).toString();
    }
}
