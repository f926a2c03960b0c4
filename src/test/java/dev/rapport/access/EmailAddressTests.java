package dev.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @Test
    void addressIsReadInLowerCase() {
        assertThat(EmailAddress.parse(" Ines@Solvane.Example ")).contains(new EmailAddress("ines@solvane.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ines", "ines@", "@solvane.example", "ines@solvane", "i n@solvane.example", "a@b@c.de"})
    void whatCannotBeAnAddressIsNone(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }
}
