package dev.rapport.channels.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.PublicAddresses;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.ConnectorContract;
import dev.rapport.channels.spi.Delivery;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Interpreted;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Receipt;
import dev.rapport.channels.spi.Reply;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.OutsideHosts;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscourseConnectorTests extends ConnectorContract {

    private static final String SECRET = "discourse-secret";

    private final DiscourseStub forum = new DiscourseStub();
    private final DiscourseConnector connector = new DiscourseConnector(
            new Calls(new PublicAddresses(new OutsideHosts("*")), Clock.systemUTC(), Duration.ofSeconds(2)));

    @AfterEach
    void close() {
        forum.close();
    }

    @Override
    protected Connector connector() {
        return connector;
    }

    @Override
    protected Connection inbox() {
        return inbox(forum.address(), DiscourseStub.GOOD);
    }

    @Override
    protected Connection inboxWithExpiredKey() {
        return inbox(forum.address(), "old-key");
    }

    @Override
    protected Connection inboxThatSaysNothing() throws Exception {
        ServerSocket silent = new ServerSocket(0);
        return inbox("http://127.0.0.1:" + silent.getLocalPort(), DiscourseStub.GOOD);
    }

    @Override
    protected void say(String text) {
        forum.say(text);
    }

    @Override
    protected void sayBroken() {
        forum.say("broken").put("created_at", "some day");
    }

    @Override
    protected int received(Reply reply) {
        return (int) forum.posts.stream()
                .filter(post -> post.path("raw").asString().equals(reply.text()))
                .count();
    }

    @Override
    protected String somebody() {
        return "amira";
    }

    /** Everything here is an answer to a post. */
    @Override
    protected Reply reply(String text) {
        Reply plain = super.reply(text);
        long parent = forum.say("The charger is broken").path("id").asLong();
        return new Reply(
                UUID.randomUUID(),
                plain.to(),
                null,
                text,
                Long.toString(parent),
                List.of(),
                null,
                Heard.Visibility.PUBLIC,
                Instant.parse("2029-01-01T00:00:00Z"));
    }

    @Test
    void wideGapsInTheNumbersLoseNothing() {
        forum.say("first");
        var cursor = pull(null).cursor();
        forum.skips(120);
        forum.say("far away");
        forum.skips(49);
        forum.say("farther");

        assertThat(pull(cursor).texts()).containsExactly("far away", "farther");
    }

    @Test
    void postKeepsWhatTheForumSays() {
        forum.say("It is broken");

        Heard heard = pull(null).heard().getFirst();

        assertThat(heard.title()).isEqualTo("The charger");
        assertThat(heard.thread()).isEqualTo("topic:40");
        assertThat(heard.author().network()).isEqualTo("discourse:127.0.0.1");
        assertThat(heard.author().id()).isEqualTo("7");
        assertThat(heard.uri()).endsWith("/t/charger/40/1");
        assertThat(heard.visibility()).isEqualTo(Heard.Visibility.PUBLIC);
    }

    @Test
    void replyThatAModeratorSeesFirstIsPendingAndNotPosted() {
        forum.moderates = true;

        assertThatThrownBy(() -> connector.send(inbox(), reply("Sorry")))
                .asInstanceOf(type(Fault.Unsure.class))
                .matches(Fault.Unsure::isPending);
        assertThat(connector.find(inbox(), reply("Sorry"))).isEmpty();
    }

    @Test
    void answerThatGotLostIsUnsure() {
        Reply reply = reply("Sorry");
        forum.asked.clear();
        connector.send(inbox(), reply);
        Reply second = reply("Again");
        forum.fails(200, Map.of(), forum.posts.getFirst().toString());
        forum.fails(502, Map.of(), "");

        assertThatThrownBy(() -> connector.send(inbox(), second)).isInstanceOf(Fault.Unsure.class);
    }

    @Test
    void forumThatWantsPeaceIsLeftUntilThen() {
        forum.fails(429, Map.of("Retry-After", "30"), "{}");

        assertThatThrownBy(() -> connector.fetch(inbox(), null)).isInstanceOf(Fault.Slow.class);
    }

    /** The body was signed by {@code openssl dgst -sha256 -hmac}. */
    @Test
    void exactBytesOfADeliveryAreProven() {
        byte[] body = """
                [{"id":"v1","author":"amira","said_at":"2026-11-02T09:00:00Z","text":"Lumo 11 🔋\\u001B glows"},\r
                {"id":"v2","author":"tomas","said_at":"2026-11-02T09:01:00Z","text":"مرحبا"}]""".getBytes(StandardCharsets.UTF_8);
        String signed = "sha256=1fd3e68e1341d81083f0e1207e603bf103ceda467cda4b4d563d2351302ebe16";

        assertThat(connector.receive(inbox(), brought("post_created", body, signed)))
                .isEqualTo(new Receipt.Genuine("12"));
        assertThat(connector.receive(inbox(), brought("post_created", "{}".getBytes(StandardCharsets.UTF_8), signed)))
                .isInstanceOf(Receipt.Refused.class);
        assertThat(connector.receive(inbox(), brought("post_created", body, "sha256=zz")))
                .isInstanceOf(Receipt.Refused.class);
    }

    @Test
    void eventsOfPostsBecomeWordingsAndDeletions() {
        var post = forum.say("It is broken");
        Heard created = heard("post_created", "{\"post\":" + post + "}");
        post.put("raw", "It is not broken").put("version", 2);
        Heard edited = heard("post_edited", "{\"post\":" + post + "}");
        Heard deleted = heard("post_destroyed", "{\"post\":" + post + "}");

        assertThat(created.id()).isEqualTo(edited.id()).isEqualTo(deleted.id());
        assertThat(created.revision()).isEmpty();
        assertThat(edited.revision()).isEqualTo("v2");
        assertThat(edited.kind()).isEqualTo(Heard.Kind.EDITED);
        assertThat(deleted.kind()).isEqualTo(Heard.Kind.DELETED);
    }

    @Test
    void whispersAreNotHeardAndOtherEventsAreNotDropped() {
        String whisper = "{\"post\":" + forum.say("Among us").put("post_type", 4) + "}";

        assertThat(interpret("post_created", whisper).items()).isEmpty();
        assertThat(interpret("user_created", "{\"user\":{\"id\":1}}").unrouted())
                .hasSize(1);
        assertThat(interpret("ping", "{\"ping\":\"OK\"}")).isEqualTo(Interpreted.of(List.of()));
    }

    private Heard heard(String event, String body) {
        return ((Item.Read) interpret(event, body).items().getFirst()).heard();
    }

    private Interpreted interpret(String event, String body) {
        return connector.interpret(inbox(), brought(event, body.getBytes(StandardCharsets.UTF_8), ""));
    }

    private static Delivery brought(String event, byte[] body, String signature) {
        Map<String, String> headers = Map.of(
                "x-discourse-event", event, "x-discourse-event-id", "12", "x-discourse-event-signature", signature);
        return new Delivery("POST", headers, Map.of(), body, Instant.now());
    }

    private static Connection inbox(String server, String key) {
        return new Connection(
                new InboxId(1),
                "Forum",
                Map.of("server", server, "username", "solvane"),
                Map.of("api-key", key, "signing", SECRET));
    }

    @Override
    protected boolean beginsWithTheNewest() {
        return true;
    }
}
