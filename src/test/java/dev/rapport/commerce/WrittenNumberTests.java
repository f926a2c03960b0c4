package dev.rapport.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumberTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "1234.5 = 1234.5",
                "1234,5 = 1234.5",
                "1,234.50 = 1234.50",
                "1.234,50 = 1234.50",
                "1 234,50 = 1234.50",
                "1 234,567 = 1234.567",
                "1 234 567 = 1234567",
                "'1''234.50' = 1234.50",
                "1.234.567 = 1234567",
                "1,234,567.8 = 1234567.8",
                "12345,678 = 12345.678",
                "0,500 = 0.500",
                ",5 = 0.5",
                "-49.90 = -49.90",
                "−49.90 = -49.90",
                "1234 = 1234"
            })
    void commaAndPointAreUnderstood(String written, String number) {
        assertThat(WrittenNumber.read("amount", written)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "1.234", "-12.345", "999,000"})
    void numberThatCanMeanTwoThingsIsRefused(String written) {
        assertThatThrownBy(() -> WrittenNumber.read("amount", written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can be two different numbers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"49,90 €", "EUR 5", "1.2.3", "1,23.45,6", "five", "(5.00)", "12,34,567.00"})
    void whatIsNoNumberIsRefused(String written) {
        assertThatThrownBy(() -> WrittenNumber.read("amount", written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no number");
    }

    @Test
    void numberOfAProgramIsTakenAsItIs() {
        assertThat(WrittenNumber.read("quantity", 1.234)).isEqualByComparingTo("1.234");
        assertThatThrownBy(() -> WrittenNumber.read("amount", 1e15)).hasMessageContaining("too many digits");
    }
}
