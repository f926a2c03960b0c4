package dev.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.channels.StubPlace;
import dev.rapport.shared.Sql;
import dev.rapport.shared.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@OnOneDatabase
@TestPropertySource(properties = "rapport.outside.allow=127.0.0.1")
class WebhooksTests {

    /** Another system, that answers as it is told. */
    private static final class System extends StubPlace {
        @Override
        protected Said answer(Asked asked) {
            return Said.of(204, "");
        }
    }

    private final System system = new System();

    @Autowired
    private Webhooks webhooks;

    @Autowired
    private PostsWebhooks posts;

    @Autowired
    private Sql sql;

    @AfterEach
    void close() {
        system.close();
    }

    @Test
    void whoAskedIsToldSignedAndNobodyElse() throws Exception {
        Webhooks.Made made = add("CRM", WebhookEvent.CASE_OPENED);
        webhooks.tell(WebhookEvent.CASE_OPENED, Map.of("case", 117));
        webhooks.tell(WebhookEvent.CONSENT_CHANGED, Map.of("person", 3));

        sendAll();

        assertThat(system.asked).singleElement().satisfies(asked -> {
            assertThat(asked.body()).contains("\"type\":\"case.opened\"", "\"case\":117");
            assertThat(isGood(made.secret(), asked)).isTrue();
            assertThat(isGood(WebhookSignature.newSecret(), asked)).isFalse();
        });
        assertThat(messages(made)).extracting(WebhookMessage::state).containsExactly(WebhookMessage.State.SENT);
    }

    @Test
    void failedMessageIsSentAgainUnderItsNumberAndGivenUpAtLast() throws Exception {
        Webhooks.Made made = add("CRM", WebhookEvent.CASE_OPENED);
        webhooks.tell(WebhookEvent.CASE_OPENED, Map.of("case", 117));
        for (int i = 0; i < 10; i++) {
            system.fails(500, Map.of(), "");
            sendAll();
            sql.sql("update exchange.webhook_messages set due_at = now()").update();
        }

        assertThat(system.asked)
                .extracting(asked -> asked.headers().get(WebhookSignature.ID))
                .hasSize(10)
                .containsOnly(messages(made).getFirst().id().toString());
        assertThat(messages(made)).singleElement().satisfies(message -> {
            assertThat(message.state()).isEqualTo(WebhookMessage.State.DEAD);
            assertThat(message.status()).isEqualTo(500);
        });

        assertThat(webhooks.revive(made.id(), null)).isEqualTo(1);
        sendAll();
        assertThat(messages(made).getFirst().state()).isEqualTo(WebhookMessage.State.SENT);
    }

    @Test
    void systemThatWantsNothingMoreIsLeftInPeace() throws Exception {
        Webhooks.Made made = add("CRM", WebhookEvent.CASE_OPENED);
        webhooks.tell(WebhookEvent.CASE_OPENED, Map.of("case", 1));
        webhooks.tell(WebhookEvent.CASE_OPENED, Map.of("case", 2));
        system.fails(410, Map.of(), "");

        sendAll();

        assertThat(system.asked).hasSize(1);
        assertThat(webhooks.find(made.id()).orElseThrow().isOn()).isFalse();
    }

    @Test
    void duringAnExchangeBothSecretsSign() throws Exception {
        Webhooks.Made made = add("CRM", WebhookEvent.CASE_OPENED);
        String fresh = webhooks.exchangeSecret(made.id());
        UUID test = webhooks.test(made.id());
        sendAll();

        assertThat(system.asked.getLast().headers()).containsEntry(WebhookSignature.ID, test.toString());
        assertThat(isGood(made.secret(), system.asked.getLast())).isTrue();
        assertThat(isGood(fresh, system.asked.getLast())).isTrue();

        webhooks.endExchange(made.id());
        webhooks.test(made.id());
        sendAll();
        assertThat(isGood(made.secret(), system.asked.getLast())).isFalse();
    }

    @Test
    void privateAddressesAndEmptyWishesAreNotTaken() {
        assertThatThrownBy(
                        () -> webhooks.add(new WriteWebhook("A", "https://10.0.0.1/x", List.of("case.opened")), null))
                .isInstanceOf(CannotSave.class)
                .extracting(problem -> ((CannotSave) problem).field())
                .isEqualTo("url");
        assertThatThrownBy(() -> webhooks.add(new WriteWebhook("A", system.address(), List.of("rapport.test")), null))
                .isInstanceOf(CannotSave.class);
    }

    private Webhooks.Made add(String name, WebhookEvent event) {
        return webhooks.add(new WriteWebhook(name, system.address() + "/hook", List.of(event.code())), null);
    }

    private List<WebhookMessage> messages(Webhooks.Made made) {
        return webhooks.messages(made.id());
    }

    private void sendAll() throws InterruptedException {
        while (posts.sendNext()) {
            // until nothing is due
        }
    }

    private static boolean isGood(String secret, StubPlace.Asked asked) {
        return WebhookSignature.isGood(
                List.of(secret),
                String.valueOf(asked.headers().get(WebhookSignature.ID)),
                String.valueOf(asked.headers().get(WebhookSignature.TIMESTAMP)),
                String.valueOf(asked.headers().get(WebhookSignature.SIGNATURE)),
                asked.body().getBytes(StandardCharsets.UTF_8),
                Instant.now());
    }
}
