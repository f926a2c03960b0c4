package dev.rapport.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Delivery;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Interpreted;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Receipt;
import dev.rapport.shared.InboxId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class WebhookConnectorTests {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant NOW = Instant.ofEpochSecond(1_793_610_000);
    private static final String TWO = """
            [{"id":"v1","author":"amira","said_at":"2026-11-02T09:00:00Z","text":"Lumo 11 🔋\\u001B glows"},\r
            {"id":"v2","author":"tomas","said_at":"2026-11-02T09:01:00Z","text":"مرحبا"}]""";

    private final WebhookConnector connector = new WebhookConnector();

    @Test
    void everyHeaderIsNeededAndTheTimeIsPartOfTheProof() {
        Map<String, String> good = Map.of(
                "webhook-id", "msg_1",
                "webhook-timestamp", "1793610000",
                "webhook-signature", "v1,CPzF4RXG1/AVL4yXx0h05b8EmtwqyfRcUis0m5SMYMc=");

        assertThat(receive(good, NOW)).isEqualTo(new Receipt.Genuine("msg_1"));
        assertThat(receive(good, NOW.plusSeconds(301))).isInstanceOf(Receipt.Refused.class);
        for (String header : good.keySet()) {
            Map<String, String> without = new HashMap<>(good);
            without.remove(header);
            assertThat(receive(without, NOW)).as("without " + header).isInstanceOf(Receipt.Refused.class);
        }
        Map<String, String> other = new HashMap<>(good);
        other.put("webhook-id", "msg_2");
        assertThat(receive(other, NOW)).isInstanceOf(Receipt.Refused.class);
        assertThat(connector.receive(
                        new Connection(new InboxId(1), "Shop", Map.of(), Map.of()), delivery(TWO, good, NOW)))
                .isInstanceOf(Receipt.Inert.class);
    }

    @Test
    void oneMessageAndAListAreRead() {
        assertThat(interpret(TWO).items()).hasSize(2);
        Heard one = ((Item.Read) interpret(
                                "{\"id\":\"1\",\"author\":\"amira\",\"said_at\":\"2026-11-02T09:00:00Z\",\"text\":\"Hi\"}")
                        .items()
                        .getFirst())
                .heard();
        assertThat(one.author().network()).isEqualTo("shop");
    }

    @Test
    void messageWithoutWordsDoesNotStopTheOthers() {
        Interpreted said =
                interpret(TWO.replace("\"text\":\"مرحبا\"", "\"texts\":1").replace("]", ",7]"));

        assertThat(said.items()).hasSize(3);
        assertThat(said.items().getFirst()).isInstanceOf(Item.Read.class);
        assertThat(said.items().get(1)).isInstanceOfSatisfying(Item.Unreadable.class, broken -> {
            assertThat(broken.remoteId()).isEqualTo("v2");
            assertThat(broken.why()).contains("text");
        });
        assertThat(said.items().get(2)).isInstanceOf(Item.Unreadable.class);
    }

    @Test
    void whatIsNoJsonIsAFailureOfTheDelivery() {
        assertThatThrownBy(() -> interpret("not json")).isInstanceOf(JacksonException.class);
    }

    private Receipt receive(Map<String, String> headers, Instant now) {
        return connector.receive(inbox(), delivery(TWO, headers, now));
    }

    private Interpreted interpret(String body) {
        return connector.interpret(inbox(), delivery(body, Map.of(), NOW));
    }

    private static Delivery delivery(String body, Map<String, String> headers, Instant now) {
        return new Delivery("POST", headers, Map.of(), body.getBytes(StandardCharsets.UTF_8), now);
    }

    private static Connection inbox() {
        return new Connection(new InboxId(1), "Shop", Map.of(), Map.of(WebhookConnector.SECRET, SECRET));
    }
}
