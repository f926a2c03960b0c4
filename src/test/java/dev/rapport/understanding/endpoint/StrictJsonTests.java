package dev.rapport.understanding.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTests {

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1}", "  {\"a\": 1}\n", "```json\n{\"a\": 1}\n```", "```\n{\"a\": 1}\n```\n"})
    void anObjectIsReadAlsoInsideOfOneFence(String answer) {
        assertThat(StrictJson.object(answer).get("a").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Here you are: {\"a\": 1}",
                "{\"a\": 1} I hope this helps",
                "```json\n```json\n{\"a\": 1}\n```\n```",
                "{\"a\": 1}{\"a\": 2}",
                "{\"a\": 1, \"a\": 2}",
                "[1]",
                "\"a\"",
                "null",
                "",
                "{'a': 1}",
                "{\"a\": 1"
            })
    void anythingElseIsNoAnswer(String answer) {
        assertThatThrownBy(() -> StrictJson.object(answer))
                .isInstanceOfSatisfying(Flawed.class, e -> assertThat(e.flaw()).isEqualTo(Flaw.NO_JSON));
    }

    @Test
    void pausesGrowFromAMinuteToAnHourAndAWishCountsUpToADay() {
        Instant now = Instant.parse("2026-11-12T12:00:00Z");

        assertThat(AsksEndpoint.pausedUntil(2, null, now)).isNull();
        assertThat(AsksEndpoint.pausedUntil(3, null, now)).isEqualTo(now.plus(Duration.ofMinutes(1)));
        assertThat(AsksEndpoint.pausedUntil(5, null, now)).isEqualTo(now.plus(Duration.ofMinutes(4)));
        assertThat(AsksEndpoint.pausedUntil(50, null, now)).isEqualTo(now.plus(Duration.ofHours(1)));
        assertThat(AsksEndpoint.pausedUntil(1, now.plusSeconds(30), now)).isEqualTo(now.plusSeconds(30));
        assertThat(AsksEndpoint.pausedUntil(3, now.plusSeconds(30), now)).isEqualTo(now.plus(Duration.ofMinutes(1)));
        assertThat(AsksEndpoint.pausedUntil(1, now.plus(Duration.ofDays(9)), now))
                .isEqualTo(now.plus(Duration.ofDays(1)));
    }
}
