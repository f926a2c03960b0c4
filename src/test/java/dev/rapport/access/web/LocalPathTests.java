package dev.rapport.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTests {

    @Test
    void pageOfOursIsKeptWithItsQuery() {
        assertThat(LocalPath.orStart("/messages?q=charger")).isEqualTo("/messages?q=charger");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "/",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "/a\nb",
                "/sign-in",
                "javascript:x"
            })
    void anythingElseLeadsToTheStart(String wanted) {
        assertThat(LocalPath.orStart(wanted)).isEqualTo("/home");
    }
}
