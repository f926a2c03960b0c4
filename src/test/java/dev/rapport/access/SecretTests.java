package dev.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTests {

    @Test
    void secretHas256RandomBitsAfterItsPrefix() {
        assertThat(Secret.random("rpt_").text()).matches("rpt_[A-Za-z0-9_-]{43}");
        assertThat(Secret.random("")).isNotEqualTo(Secret.random(""));
    }

    @Test
    void secretDoesNotShowInText() {
        Secret secret = Secret.random("rpt_");
        assertThat("" + secret).doesNotContain(secret.text());
    }
}
