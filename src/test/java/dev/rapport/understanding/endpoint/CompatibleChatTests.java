package dev.rapport.understanding.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompatibleChatTests {

    private static final Instant NOW = Instant.parse("2026-11-12T12:00:00Z");
    private static final Prompt PROMPT = new Prompt(new SystemMessage("Judge it"), new UserMessage("Words"));

    private final StubModel model = new StubModel();

    @AfterEach
    void nobodyAnswersAnyMore() {
        model.close();
    }

    @Test
    void onlyTheModelAndTheMessagesAreSent() {
        model.says("Well", "stop");

        ChatResponse answer = chat(Duration.ofSeconds(20)).call(PROMPT);

        JsonNode sent = JsonMapper.shared().readTree(model.asked().getFirst());
        assertThat(sent.propertyNames()).containsExactlyInAnyOrder("model", "messages", "stream");
        assertThat(model.lastSaid("system")).isEqualTo("Judge it");
        assertThat(model.lastSaid("user")).isEqualTo("Words");
        assertThat(model.keys()).as("none was given").containsExactly("");
        assertThat(AsksEndpoint.text(answer)).isEqualTo("Well");
        assertThat(answer.getMetadata().getUsage().getTotalTokens()).isEqualTo(42);
    }

    @Test
    void aServerThatSaysNothingIsNotWaitedForNorOneThatNeverEnds() {
        model.isSilent();
        assertTrouble(Trouble.SLOW, Duration.ofMillis(200));
        model.drips();
        assertTrouble(Trouble.SLOW, Duration.ofMillis(200));
    }

    @Test
    void aServerThatIsNotThereIsSaidToBeUnreachable() {
        model.close();
        assertTrouble(Trouble.UNREACHABLE, Duration.ofSeconds(20));
    }

    @Test
    void aWishToWaitIsReadInBothItsForms() {
        model.answers(429, Map.of("Retry-After", "90"), "");
        assertThatThrownBy(() -> chat(Duration.ofSeconds(20)).call(PROMPT))
                .isInstanceOfSatisfying(
                        NoAnswer.class, e -> assertThat(e.retryAt()).isEqualTo(NOW.plusSeconds(90)));
        model.answers(429, Map.of("Retry-After", "Thu, 12 Nov 2026 13:00:00 GMT"), "");
        assertThatThrownBy(() -> chat(Duration.ofSeconds(20)).call(PROMPT))
                .isInstanceOfSatisfying(
                        NoAnswer.class, e -> assertThat(e.retryAt()).isEqualTo(NOW.plus(Duration.ofHours(1))));
    }

    private void assertTrouble(Trouble trouble, Duration limit) {
        assertThatThrownBy(() -> chat(limit).call(PROMPT))
                .isInstanceOfSatisfying(
                        NoAnswer.class, e -> assertThat(e.trouble()).isEqualTo(trouble));
    }

    private CompatibleChat chat(Duration limit) {
        return new CompatibleChat(URI.create(model.address()), "owl-7b", null, limit, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
