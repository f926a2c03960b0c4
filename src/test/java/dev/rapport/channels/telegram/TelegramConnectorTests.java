package dev.rapport.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.channels.StubPlace;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.PublicAddresses;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Delivery;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Interpreted;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Receipt;
import dev.rapport.channels.spi.Reply;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.OutsideHosts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelegramConnectorTests {

    private static final String TOKEN = "4711:AAgood";
    private static final String SECRET = "hush-1";

    /** A message in private chat, with an emoji, an escape and right-to-left words. */
    private static final String MESSAGE = """
            {"update_id":10000,"message":{"message_id":365,
             "from":{"id":111,"is_bot":false,"first_name":"Amira","last_name":"L","username":"amira","language_code":"fr"},
             "chat":{"id":111,"type":"private","username":"amira"},"date":1793610000,"text":"Lumo 🔋 \\u001B مرحبا"}}
            """;

    private final Telegram telegram = new Telegram();
    private final TelegramConnector connector = new TelegramConnector(
            new Calls(new PublicAddresses(new OutsideHosts("*")), Clock.systemUTC()), Clock.systemUTC());

    /** Telegram's Bot API as its description has it. */
    private static final class Telegram extends StubPlace {
        private int number = 900;

        @Override
        protected Said answer(Asked asked) {
            if (!asked.path().startsWith("/bot" + TOKEN + "/")) {
                return Said.of(401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
            }
            return switch (asked.path().replaceFirst(".*/", "")) {
                case "getMe" ->
                    Said.ok("{\"ok\":true,\"result\":{\"id\":4711,\"is_bot\":true,\"username\":\"solvane_bot\"}}");
                case "setWebhook" -> Said.ok("{\"ok\":true,\"result\":true}");
                case "sendMessage" ->
                    Said.ok("{\"ok\":true,\"result\":{\"message_id\":" + ++number
                            + ",\"chat\":{\"id\":111,\"type\":\"private\"},\"date\":1793610001}}");
                default -> Said.of(404, "{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}");
            };
        }
    }

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void secretInTheHeaderProvesADeliveryAndItsNumberKnowsItAgain() {
        assertThat(connector.receive(inbox(TOKEN), brought(MESSAGE, SECRET)))
                .isEqualTo(new Receipt.Genuine("update:10000"));
        assertThat(connector.receive(inbox(TOKEN), brought(MESSAGE, "wrong"))).isInstanceOf(Receipt.Refused.class);
        assertThat(connector.receive(inbox(TOKEN), brought(MESSAGE, null))).isInstanceOf(Receipt.Refused.class);
        assertThat(connector.receive(new Connection(new InboxId(1), "T", Map.of(), Map.of()), brought(MESSAGE, "")))
                .isInstanceOf(Receipt.Inert.class);
    }

    @Test
    void privateMessageIsHeardInItsChat() {
        Heard heard = heard(MESSAGE);

        assertThat(heard.id()).isEqualTo("111/365");
        assertThat(heard.text()).isEqualTo("Lumo 🔋 \u001B مرحبا");
        assertThat(heard.author().name()).isEqualTo("Amira L");
        assertThat(heard.language()).isEqualTo("fr");
        assertThat(heard.thread()).isEqualTo("chat:111");
        assertThat(heard.visibility()).isEqualTo(Heard.Visibility.PRIVATE);
        assertThat(heard.saidAt()).isEqualTo(Instant.ofEpochSecond(1_793_610_000));
    }

    @Test
    void editIsANewWordingOfTheSameMessage() {
        String edited = MESSAGE.replace("\"message\":", "\"edited_message\":")
                .replace("\"date\":1793610000", "\"date\":1793610000,\"edit_date\":1793610060");

        assertThat(heard(edited).id()).isEqualTo("111/365");
        assertThat(heard(edited).revision()).isEqualTo("e1793610060");
    }

    @Test
    void publicGroupIsPublicAndAFileIsNamed() {
        Heard heard = heard("""
                {"update_id":3,"message":{"message_id":7,"from":{"id":5,"first_name":"Tomas"},
                 "chat":{"id":-100,"type":"supergroup","title":"Solvane users","username":"solvane_users"},"date":1793610000,
                 "caption":"Look","photo":[{"file_id":"s","file_size":10},{"file_id":"l","file_size":900}],
                 "reply_to_message":{"message_id":6,"chat":{"id":-100,"type":"supergroup"},"date":1793609000}}}
                """);

        assertThat(heard.visibility()).isEqualTo(Heard.Visibility.PUBLIC);
        assertThat(heard.uri()).isEqualTo("https://t.me/solvane_users/7");
        assertThat(heard.inReplyTo()).isEqualTo("-100/6");
        assertThat(heard.media())
                .singleElement()
                .satisfies(file -> assertThat(file.size()).isEqualTo(900));
    }

    @Test
    void updateThatHoldsNoMessageIsNotDropped() {
        assertThat(interpret("{\"update_id\":9,\"poll\":{\"id\":\"1\"}}").unrouted())
                .hasSize(1);
    }

    @Test
    void webhookIsSetWithItsSecret() {
        assertThat(connector.subscribe(inbox(TOKEN), "https://crm.example.org/in/telegram/x"))
                .hasValueSatisfying(health -> assertThat(health.works()).isTrue());
        assertThat(telegram.asked.getLast().body()).contains(SECRET, "https://crm.example.org/in/telegram/x");
    }

    @Test
    void replyGoesToTheChatAndQuotesTheMessage() {
        assertThat(connector.send(inbox(TOKEN), reply("Désolé 👋")).remoteId()).isEqualTo("111/901");
        assertThat(telegram.asked.getLast().body()).contains("Désolé 👋", "\"message_id\":365", "\"chat_id\":111");
    }

    @Test
    void faultsSayWhatHasToHappenNext() {
        assertThatThrownBy(() -> connector.send(inbox("1:old"), reply("x"))).isInstanceOf(Fault.Auth.class);
        telegram.fails(429, Map.of(), "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":7}}");
        assertThatThrownBy(() -> connector.send(inbox(TOKEN), reply("x"))).isInstanceOf(Fault.Slow.class);
        telegram.fails(
                403, Map.of(), "{\"ok\":false,\"error_code\":403,\"description\":\"bot was blocked by the user\"}");
        assertThatThrownBy(() -> connector.send(inbox(TOKEN), reply("x"))).isInstanceOf(Fault.Refused.class);
        telegram.breaksOffAfterwards();
        assertThatThrownBy(() -> connector.send(inbox(TOKEN), reply("x"))).isInstanceOf(Fault.Unsure.class);
        assertThat(connector.find(inbox(TOKEN), reply("x"))).isEmpty();
    }

    @Test
    void probeNamesTheBot() {
        assertThat(connector.probe(inbox(TOKEN)).steps().getFirst().seen()).containsExactly("solvane_bot");
        assertThat(connector.probe(inbox("1:old")).works()).isFalse();
        assertThat(connector.ourselves(inbox(TOKEN))).contains("4711");
    }

    private Heard heard(String body) {
        return ((Item.Read) interpret(body).items().getFirst()).heard();
    }

    private Interpreted interpret(String body) {
        return connector.interpret(inbox(TOKEN), brought(body, SECRET));
    }

    private static Delivery brought(String body, @Nullable String secret) {
        Map<String, String> headers = secret == null ? Map.of() : Map.of("x-telegram-bot-api-secret-token", secret);
        return new Delivery("POST", headers, Map.of(), body.getBytes(StandardCharsets.UTF_8), Instant.now());
    }

    private static Reply reply(String text) {
        return new Reply(
                UUID.randomUUID(),
                List.of("111"),
                null,
                text,
                "111/365",
                List.of(),
                null,
                Heard.Visibility.PRIVATE,
                Instant.EPOCH);
    }

    private Connection inbox(String token) {
        return new Connection(
                new InboxId(1),
                "Telegram",
                Map.of("api", telegram.address()),
                Map.of("token", token, "signing", SECRET));
    }
}
