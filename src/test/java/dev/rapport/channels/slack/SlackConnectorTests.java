package dev.rapport.channels.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.channels.Tried;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.ConnectorContract;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Delivery;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Interpreted;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Receipt;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import dev.rapport.shared.Hmac;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class SlackConnectorTests extends ConnectorContract {

    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final Instant NOW = Instant.ofEpochSecond(1_531_420_618);

    private static final String MESSAGE = """
            {"type":"event_callback","team_id":"T1","event_id":"Ev08","event":{"type":"message","channel":"C2","channel_type":"channel",
             "user":"U9","text":"The <https://example.org/lumo|Lumo> &amp; its cable 🔋 \\u001B, <@U7>","ts":"1793610000.000200"}}
            """;

    private final SlackStub slack = new SlackStub();
    private final SlackConnector connector = new SlackConnector(Tried.calls(), Clock.systemUTC());
    private final Tried tried =
            new Tried(Map.of("api", slack.address()), Map.of("token", SlackStub.TOKEN, "signing", SECRET));

    @AfterEach
    void close() throws Exception {
        slack.close();
        tried.close();
    }

    @Override
    protected Connector connector() {
        return connector;
    }

    @Override
    protected Connection inbox() {
        return tried.inbox();
    }

    @Override
    protected Connection inboxWithExpiredKey() {
        return tried.inboxWith(Map.of("token", "xoxb-old"));
    }

    @Override
    protected Connection inboxThatSaysNothing() {
        return tried.inboxThatSaysNothing("api");
    }

    @Override
    protected void say(String text) {
        slack.say(text);
    }

    @Override
    protected void sayBroken() {
        slack.say("broken").putObject("text");
    }

    @Override
    protected int received(Reply reply) {
        return slack.received(reply.text());
    }

    @Override
    protected String somebody() {
        return "U9";
    }

    @Override
    protected boolean refuseNextAsTooSoon() {
        slack.fails(429, Map.of("Retry-After", "30"), "");
        return true;
    }

    @Override
    protected Optional<Changes> changes() {
        return Optional.of(new Changes() {
            @Override
            public void edit(String text, String words) {
                slack.edit(text, words);
            }

            @Override
            public void delete(String text) {
                slack.delete(text);
            }
        });
    }

    @Override
    protected boolean beginsWithTheNewest() {
        return true;
    }

    /** Everything here answers a message. */
    @Override
    protected Reply reply(String text) {
        return answering("C2/" + SlackStub.ts(slack.say("Where is my order?")), text);
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
        assertThat(interpret(MESSAGE.replace(
                                "\"type\":\"message\"", "\"type\":\"message\",\"subtype\":\"message_replied\""))
                        .items())
                .isEmpty();
        assertThat(interpret("{\"type\":\"event_callback\",\"event\":{\"type\":\"reaction_added\"}}")
                        .unrouted())
                .hasSize(1);
    }

    @Test
    void replyGoesIntoTheThread() {
        String parent = "C2/" + SlackStub.ts(slack.say("Where is my order?"));

        String sent =
                connector.send(tried.inbox(), answering(parent, "A < B & C")).remoteId();

        assertThat(slack.asked.getLast().body())
                .contains("\"thread_ts\":\"" + parent.substring(3) + "\"", "A &lt; B &amp; C");
        assertThat(connector.find(tried.inbox(), answering(parent, "A < B & C")))
                .hasValueSatisfying(found ->
                        assertThat(found.sent()).extracting(Sent::remoteId).isEqualTo(sent));
    }

    /** Slack keeps 👋 as :wave:, so that our words come back as others. */
    @Test
    void replyThatSlackMayHaveWrittenInItsOwnWayIsLeftToAPerson() {
        Reply reply = reply("Hello 👋");
        connector.send(tried.inbox(), reply);
        slack.edit("Hello 👋", "Hello :wave:");

        assertThat(connector.find(tried.inbox(), reply)).isEmpty();
    }

    @Test
    void faultsSayWhatHasToHappenNext() {
        Reply reply = reply("x");
        assertThatThrownBy(() -> connector.send(inboxWithExpiredKey(), reply)).isInstanceOf(Fault.Auth.class);
        assertFault(429, "", Fault.Slow.class);
        assertFault(200, "{\"ok\":false,\"error\":\"ratelimited\"}", Fault.Slow.class);
        assertFault(200, "{\"ok\":false,\"error\":\"is_archived\"}", Fault.Refused.class);
        assertFault(200, "{\"ok\":false,\"error\":\"missing_scope\"}", Fault.Auth.class);
        assertFault(200, "{\"ok\":false,\"error\":\"fatal_error\"}", Fault.Unsure.class);
        assertFault(200, "{\"ok\":true,\"chan", Fault.Unsure.class);
        slack.breaksOffAfterwards();
        assertThatThrownBy(() -> connector.send(tried.inbox(), reply)).isInstanceOf(Fault.Unsure.class);
        assertThat(connector.ourselves(tried.inbox())).contains("U1");
    }

    private void assertFault(int status, String body, Class<? extends Fault> kind) {
        slack.fails(status, Map.of("Retry-After", "30"), body);
        assertThatThrownBy(() -> connector.send(tried.inbox(), answering("C2/1.0", "x")))
                .isInstanceOf(kind);
    }

    @Test
    void whatWasDeliveredAndWhatIsFetchedIsTheSame() {
        ObjectNode said = slack.say("The <https://example.org/lumo|Lumo> &amp; its cable 🔋 مرحبا");
        ObjectNode answer = slack.answer(said, "It works");
        List<Heard> delivered = List.of(heard(slack.event(said)), heard(slack.event(answer)));

        assertThat(pull(null).heard()).isEqualTo(delivered);
        assertThat(delivered.getLast().inReplyTo()).isEqualTo("C2/" + SlackStub.ts(said));
    }

    @Test
    void newWordingIsTheOneThatWouldHaveBeenDelivered() {
        ObjectNode said = slack.say("Frist");
        Cursor before = pull(null).cursor();
        slack.edit("Frist", "First");
        String changed = "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\",\"subtype\":\"message_changed\","
                + "\"channel\":\"C2\",\"message\":" + said + "}}";

        assertThat(pull(before).heard()).containsExactly(heard(changed));
    }

    @Test
    void newAnswersAreReadAlsoWhereTheirMessageIsKnown() {
        ObjectNode first = slack.say("first");
        ObjectNode other = slack.say("other");
        slack.answer(first, "early");
        Cursor before = pull(null).cursor();
        slack.answer(first, "late");
        slack.answer(other, "elsewhere").put("subtype", "thread_broadcast");

        assertThat(pull(before).heard()).extracting(Heard::id).doesNotHaveDuplicates();
        assertThat(pull(before).texts()).containsExactlyInAnyOrder("late", "elsewhere");
    }

    @Test
    void longThreadsAndManyChannelsAreReadPageByPage() {
        slack.most = 2;
        ObjectNode first = slack.say("first");
        for (int i = 0; i < 5; i++) {
            slack.answer(first, "answer " + i);
            slack.say("C" + (10 + i), "in channel " + i);
        }

        assertThat(pull(null).texts())
                .hasSize(11)
                .contains("answer 0", "answer 4", "in channel 0", "in channel 4")
                .doesNotHaveDuplicates();
    }

    @Test
    void channelWithoutAHistoryForUsAndAThreadThatIsGoneLeaveTheOthersBe() {
        slack.channels.put("C0", new ArrayList<>());
        slack.say("C3", "in another channel");
        ObjectNode gone = slack.say("gone");
        slack.answer(gone, "answer");
        Cursor first = connector.fetch(tried.inbox(), null).next();
        Cursor found = connector.fetch(tried.inbox(), first).next();
        slack.channel("C2").clear();
        slack.channels.remove("C0");

        assertThat(pull(found).texts()).containsExactly("in another channel");
    }

    @Test
    void wayBackThatLeadsNowhereIsBegunAgainInTheNextRound() {
        slack.most = 2;
        for (int i = 0; i < 5; i++) {
            slack.say("message " + i);
        }
        Cursor listed = connector.fetch(tried.inbox(), null).next();
        Cursor walking = connector.fetch(tried.inbox(), listed).next();
        Cursor stale = new Cursor(walking.json().replace("bmV4dDo=", "b3RoZXI="));

        assertThat(pull(pull(stale).cursor()).texts()).contains("message 0", "message 1", "message 2");
    }

    @Test
    void wayOnInAThreadThatLeadsNowhereIsBegunAgainOnce() {
        slack.most = 2;
        ObjectNode first = slack.say("first");
        for (int i = 0; i < 5; i++) {
            slack.answer(first, "answer " + i);
        }
        Cursor cursor = connector.fetch(tried.inbox(), null).next();
        for (int i = 0; i < 2; i++) {
            cursor = connector.fetch(tried.inbox(), cursor).next();
        }
        Cursor stale = new Cursor(cursor.json().replace("bmV4dDo=", "b3RoZXI="));

        assertThat(cursor.json()).contains("bmV4dDo=");
        assertThat(pull(stale).texts()).contains("answer 0", "answer 4");
    }

    @Test
    void channelsOfTheKindsThatTheAppMaySeeAreRead() {
        slack.say("C2", "in public");
        slack.say("D5", "to the app");
        slack.rights.remove("im:read");

        assertThat(pull(null).texts()).containsExactly("in public");
        assertThat(connector.probe(tried.inbox()).works()).isTrue();

        slack.rights.clear();
        assertThatThrownBy(() -> connector.fetch(tried.inbox(), null))
                .isInstanceOf(Fault.Refused.class)
                .hasMessageContaining("channels:read");
        assertThat(connector.probe(tried.inbox()).works()).isFalse();
    }

    @Test
    void channelThatTheAppComesIntoLaterIsNewFromThenOn() throws Exception {
        ObjectNode old = slack.say("C7", "Said long before");
        slack.channels.remove("C7");
        Cursor before = pull(null).cursor();
        slack.channels.put("C7", new ArrayList<>(List.of(old)));
        slack.say("C7", "Said afterwards");

        assertThat(pull(before).texts()).containsExactly("Said afterwards");
    }

    @Test
    void halfAnAnswerIsNone() {
        pull(null);
        slack.fails(200, Map.of(), "{\"ok\":true,\"channels\":[{\"id\"");
        assertThatThrownBy(() -> connector.fetch(tried.inbox(), null)).isInstanceOf(Fault.Broken.class);
        slack.fails(200, Map.of(), "{}");
        assertThatThrownBy(() -> connector.fetch(tried.inbox(), null)).isInstanceOf(Fault.Broken.class);
    }

    private Receipt signed(String body) {
        String at = Long.toString(NOW.getEpochSecond());
        byte[] mac = Hmac.sha256(SECRET, ("v0:" + at + ":" + body).getBytes(StandardCharsets.UTF_8));
        return receive(body, at, "v0=" + HexFormat.of().formatHex(mac), NOW);
    }

    private Receipt receive(String body, String at, String signature, Instant now) {
        Map<String, String> headers = Map.of("x-slack-request-timestamp", at, "x-slack-signature", signature);
        return connector.receive(
                tried.inbox(), new Delivery("POST", headers, Map.of(), body.getBytes(StandardCharsets.UTF_8), now));
    }

    private Heard heard(String body) {
        return ((Item.Read) interpret(body).items().getFirst()).heard();
    }

    private Interpreted interpret(String body) {
        return connector.interpret(
                tried.inbox(), new Delivery("POST", Map.of(), Map.of(), body.getBytes(StandardCharsets.UTF_8), NOW));
    }

    private static Reply answering(String message, String text) {
        return new Reply(
                UUID.randomUUID(),
                List.of("U9"),
                null,
                text,
                message,
                List.of(),
                null,
                Heard.Visibility.PRIVATE,
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }
}
