package dev.rapport.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInWaitTests {

    @Test
    void begunMinutesCountWholeAndAMomentIsOneToo() {
        assertThat(SignInController.minutes(Duration.ofMillis(300))).isEqualTo(1);
        assertThat(SignInController.minutes(Duration.ofSeconds(60))).isEqualTo(1);
        assertThat(SignInController.minutes(Duration.ofSeconds(61))).isEqualTo(2);
        assertThat(SignInController.minutes(Duration.ZERO)).isEqualTo(1);
    }
}
