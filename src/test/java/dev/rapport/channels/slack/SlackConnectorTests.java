package dev.rapport.channels.slack;

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
import dev.rapport.shared.Hmac;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.OutsideHosts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackConnectorTests {

    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final Instant NOW = Instant.ofEpochSecond(1_531_420_618);

    private static final String MESSAGE = """
            {"type":"event_callback","team_id":"T1","event_id":"Ev08","event":{"type":"message","channel":"C2","channel_type":"channel",
             "user":"U9","text":"The <https://example.org/lumo|Lumo> &amp; its cable 🔋 \\u001B, <@U7>","ts":"1793610000.000200"}}
            """;

    private final Slack slack = new Slack();
    private final SlackConnector connector =
            new SlackConnector(new Calls(new PublicAddresses(new OutsideHosts("*")), Clock.systemUTC()));

    /** Slack's Web API as its description has it: what it declines it says with 200. */
    private static final class Slack extends StubPlace {
        @Override
        protected Said answer(Asked asked) {
            if (!"Bearer xoxb-good".equals(asked.headers().get("authorization"))) {
                return Said.ok("{\"ok\":false,\"error\":\"invalid_auth\"}");
            }
            return asked.path().endsWith("auth.test")
                    ? Said.ok("{\"ok\":true,\"user_id\":\"U1\",\"user\":\"rapport\",\"team\":\"Solvane\"}")
                    : Said.ok("{\"ok\":true,\"channel\":\"C2\",\"ts\":\"1793610100.000500\"}");
        }
    }

    @AfterEach
    void close() {
        slack.close();
    }

    /** The example of Slack's own page on verifying requests. */
    @Test
    void exampleOfTheDocumentsIsProven() {
        String body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        String signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

        assertThat(receive(body, "1531420618", signature, NOW)).isInstanceOf(Receipt.Genuine.class);
        assertThat(receive(body + " ", "1531420618", signature, NOW)).isInstanceOf(Receipt.Refused.class);
        assertThat(receive(body, "1531420618", signature, NOW.plusSeconds(301))).isInstanceOf(Receipt.Refused.class);
        assertThat(receive(body, "1531420618", "", NOW)).isInstanceOf(Receipt.Refused.class);
    }

    @Test
    void signedQuestionIsAnsweredAndAnEventIsKnownByItsNumber() {
        assertThat(signed("{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1a\"}"))
                .isEqualTo(new Receipt.Answer("3eZbrw1a"));
        assertThat(signed(MESSAGE)).isEqualTo(new Receipt.Genuine("Ev08"));
    }

    @Test
    void messageIsReadAsPeopleSeeIt() {
        Heard heard = heard(MESSAGE);

        assertThat(heard.id()).isEqualTo("C2/1793610000.000200");
        assertThat(heard.text()).isEqualTo("The Lumo & its cable 🔋 \u001B, @U7");
        assertThat(heard.thread()).isEqualTo("slack:C2/1793610000.000200");
        assertThat(heard.author().id()).isEqualTo("U9");
        assertThat(heard.saidAt()).isEqualTo(Instant.ofEpochSecond(1_793_610_000, 200_000));
    }

    @Test
    void mentionOfTheAppIsTheSameMessage() {
        assertThat(heard(MESSAGE.replace("\"type\":\"message\"", "\"type\":\"app_mention\""))
                        .id())
                .isEqualTo("C2/1793610000.000200");
    }

    @Test
    void changesAndDeletionsAreOfTheirMessage() {
        Heard changed = heard("""
                {"type":"event_callback","event":{"type":"message","subtype":"message_changed","channel":"C2",
                 "message":{"type":"message","user":"U9","text":"Other words","ts":"1793610000.000200","edited":{"ts":"1793610060.0"}}}}
                """);
        Heard deleted = heard("""
                {"type":"event_callback","event":{"type":"message","subtype":"message_deleted","channel":"C2",
                 "deleted_ts":"1793610000.000200","previous_message":{"type":"message","user":"U9","ts":"1793610000.000200"}}}
                """);

        assertThat(changed.id()).isEqualTo(deleted.id()).isEqualTo("C2/1793610000.000200");
        assertThat(changed.revision()).isEqualTo("e1793610060.0");
        assertThat(deleted.kind()).isEqualTo(Heard.Kind.DELETED);
        assertThat(interpret("""
                {"type":"event_callback","event":{"type":"message","subtype":"message_changed","channel":"C2",
                 "message":{"type":"message","user":"U9","text":"A link got a picture","ts":"1793610000.000200"}}}
                """).items()).isEmpty();
    }

    @Test
    void comingsAndGoingsAreNoWordsAndOtherEventsAreNotDropped() {
        assertThat(interpret(MESSAGE.replace(
                                "\"type\":\"message\"", "\"type\":\"message\",\"subtype\":\"channel_join\""))
                        .items())
                .isEmpty();
        assertThat(interpret("{\"type\":\"event_callback\",\"event\":{\"type\":\"reaction_added\"}}")
                        .unrouted())
                .hasSize(1);
    }

    @Test
    void replyGoesIntoTheThread() {
        assertThat(connector.send(inbox("xoxb-good"), reply("A < B & C")).remoteId())
                .isEqualTo("C2/1793610100.000500");
        assertThat(slack.asked.getLast().body()).contains("\"thread_ts\":\"1793610000.000200\"", "A &lt; B &amp; C");
    }

    @Test
    void faultsSayWhatHasToHappenNext() {
        assertThatThrownBy(() -> connector.send(inbox("xoxb-old"), reply("x"))).isInstanceOf(Fault.Auth.class);
        slack.fails(429, Map.of("Retry-After", "30"), "");
        assertThatThrownBy(() -> connector.send(inbox("xoxb-good"), reply("x"))).isInstanceOf(Fault.Slow.class);
        slack.fails(200, Map.of(), "{\"ok\":false,\"error\":\"is_archived\"}");
        assertThatThrownBy(() -> connector.send(inbox("xoxb-good"), reply("x"))).isInstanceOf(Fault.Refused.class);
        slack.breaksOffAfterwards();
        assertThatThrownBy(() -> connector.send(inbox("xoxb-good"), reply("x"))).isInstanceOf(Fault.Unsure.class);
        assertThat(connector.probe(inbox("xoxb-old")).works()).isFalse();
        assertThat(connector.ourselves(inbox("xoxb-good"))).contains("U1");
    }

    private Receipt signed(String body) {
        String at = Long.toString(NOW.getEpochSecond());
        byte[] mac = Hmac.sha256(SECRET, ("v0:" + at + ":" + body).getBytes(StandardCharsets.UTF_8));
        return receive(body, at, "v0=" + HexFormat.of().formatHex(mac), NOW);
    }

    private Receipt receive(String body, String at, String signature, Instant now) {
        Map<String, String> headers = Map.of("x-slack-request-timestamp", at, "x-slack-signature", signature);
        return connector.receive(
                inbox("xoxb-good"),
                new Delivery("POST", headers, Map.of(), body.getBytes(StandardCharsets.UTF_8), now));
    }

    private Heard heard(String body) {
        return ((Item.Read) interpret(body).items().getFirst()).heard();
    }

    private Interpreted interpret(String body) {
        return connector.interpret(
                inbox("xoxb-good"),
                new Delivery("POST", Map.of(), Map.of(), body.getBytes(StandardCharsets.UTF_8), NOW));
    }

    private static Reply reply(String text) {
        return new Reply(
                UUID.randomUUID(),
                List.of("U9"),
                null,
                text,
                "C2/1793610000.000200",
                List.of(),
                null,
                Heard.Visibility.PRIVATE,
                Instant.EPOCH);
    }

    private Connection inbox(String token) {
        return new Connection(
                new InboxId(1), "Slack", Map.of("api", slack.address()), Map.of("token", token, "signing", SECRET));
    }
}
