package dev.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTests {

    private static final EmailAddress EMAIL = new EmailAddress("ines.carvalho@solvane.example");

    @ParameterizedTest
    @CsvSource({
        "elevenchars, password.short",
        "ines.carvalho@solvane.example, password.email",
        "InesCarvalho2026, password.email",
        "Password1234!, password.common",
        "123456789012, password.common",
        "aaaaaaaaaaaaaaaa, password.common",
        "qwertyuiop12, password.common",
    })
    void weakPasswordIsRefusedWithItsReason(String password, String reason) {
        assertThat(PasswordRules.problem(password, EMAIL)).contains(reason);
    }

    @Test
    void fewUnrelatedWordsAreGood() {
        assertThat(PasswordRules.problem("walnut ferry ladder", EMAIL)).isEmpty();
    }

    @Test
    void lengthCountsCharactersNotTheirBytes() {
        assertThat(PasswordRules.problem("ключ от двери", EMAIL)).isEmpty();
    }

    @Test
    void whatTheHashWouldCutOffIsRefused() {
        assertThat(PasswordRules.problem("long words ".repeat(7), EMAIL)).contains("password.long");
    }
}
