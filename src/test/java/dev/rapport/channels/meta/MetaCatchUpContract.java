package dev.rapport.channels.meta;

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
import dev.rapport.channels.spi.Heard.Visibility;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Limits;
import dev.rapport.channels.spi.Receiver;
import dev.rapport.channels.spi.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The contract, for the places of Meta that can be read afterwards. */
abstract class MetaCatchUpContract extends ConnectorContract {

    final MetaStub meta = new MetaStub();
    final Graph graph = new Graph(Tried.calls(), Clock.systemUTC());
    final Tried tried = new Tried(
            Map.of("api", meta.address(), "page", MetaStub.US, "account", MetaStub.US),
            Map.of("token", MetaStub.TOKEN));

    abstract Receiver place();

    /** Somebody comments on something of ours. */
    abstract ObjectNode comment(String text);

    /** Where the comments are listed, and direct conversations. */
    abstract String comments();

    abstract String node();

    abstract String object();

    @AfterEach
    void close() throws Exception {
        meta.close();
        tried.close();
    }

    @Override
    protected Connector connector() {
        return place();
    }

    @Override
    protected Connection inbox() {
        return tried.inbox();
    }

    @Override
    protected Connection inboxWithExpiredKey() {
        return tried.inboxWith(Map.of("token", "old"));
    }

    @Override
    protected Connection inboxThatSaysNothing() {
        return tried.inboxThatSaysNothing("api");
    }

    @Override
    protected void say(String text) {
        comment(text);
    }

    @Override
    protected int received(Reply reply) {
        return meta.received(reply.text());
    }

    @Override
    protected String somebody() {
        return "500";
    }

    @Override
    protected Visibility visibility() {
        return Visibility.PUBLIC;
    }

    @Override
    protected Reply reply(String text) {
        return replyTo(MetaStub.id(comment("Where is my order?")), text);
    }

    @Override
    protected boolean refuseNextAsTooSoon() {
        meta.fails(400, Map.of(), "{\"error\":{\"message\":\"too fast\",\"code\":32}}");
        return true;
    }

    @Override
    protected boolean beginsWithTheNewest() {
        return true;
    }

    @Test
    void directMessageThatWasDeliveredAndFetchedIsTheSame() {
        ObjectNode written = meta.write(node(), "500", "Where is my order? 📦 مرحبا");
        meta.write(node(), "500", MetaStub.US, "On its way");
        Heard delivered = delivered(MetaStub.delivered(object(), written));

        assertThat(pull(null).heard()).hasSize(2).allSatisfy(one -> {
            assertThat(one.thread()).isEqualTo(delivered.thread());
            assertThat(one.visibility()).isEqualTo(Visibility.PRIVATE);
        });
        Heard fetched = pull(null).heard().getFirst();
        assertThat(fetched.id()).isEqualTo(delivered.id());
        assertThat(fetched.revision()).isEqualTo(delivered.revision());
        assertThat(fetched.saidAt()).isEqualTo(delivered.saidAt());
        assertThat(fetched.text()).isEqualTo(delivered.text());
        assertThat(fetched.author().id()).isEqualTo(delivered.author().id());
    }

    @Test
    void conversationsThatAreAsTheyWereAreNotReadAgain() {
        meta.write(node(), "500", "Hello");
        Cursor before = pull(null).cursor();
        meta.write(node(), "501", "Good morning");

        assertThat(pull(before).texts()).containsExactly("Good morning");
        assertThat(pull(pull(before).cursor()).texts()).isEmpty();
    }

    @Test
    void whatTheTokenHasNoRightToLeavesTheRestBe() {
        comment("In public");
        meta.write(node(), "500", "In private");
        meta.forbidden.add(comments());

        assertThat(pull(null).texts()).containsExactly("In private");
        assertThat(place().probe(inbox()).works()).isFalse();

        meta.forbidden.clear();
        assertThat(pull(null).texts()).containsExactlyInAnyOrder("In public", "In private");
        assertThat(place().probe(inbox()).works()).isTrue();
    }

    @Test
    void conversationThatIsGoneLeavesTheRestBe() {
        comment("In public");
        meta.write(node(), "500", "Gone");
        meta.write(node(), "501", "In private");
        meta.forbidden.add("/t_500/messages");

        assertThat(pull(null).texts()).containsExactlyInAnyOrder("In public", "In private");

        meta.forbidden.add("/t_501/messages");
        assertThat(pull(null).texts()).containsExactly("In public");
    }

    @Test
    void withoutAnyRightItIsSaid() {
        meta.forbidden.add(comments());
        meta.forbidden.add("/" + node() + "/conversations");

        assertThatThrownBy(() -> pull(null)).isInstanceOf(Fault.Refused.class).hasMessageContaining("permission");
    }

    @Test
    void wayBackThatLeadsNowhereIsBegunAgain() {
        meta.most = 2;
        for (int i = 0; i < 5; i++) {
            comment("comment " + i);
        }
        Cursor listed = place().fetch(inbox(), null).next();
        Cursor reading = place().fetch(inbox(), listed).next();
        Cursor stale = new Cursor(reading.json().replace("QVF", "stale"));

        assertThat(pull(stale).texts()).contains("comment 0", "comment 4");
    }

    @Test
    void whatIsLeftOfItsLimitIsKeptForReplies() {
        meta.fails(
                200,
                Map.of(
                        "X-Business-Use-Case-Usage",
                        "{\"1\":[{\"type\":\"pages\",\"call_count\":85,\"total_time\":10,\"estimated_time_to_regain_access\":0}]}",
                        "X-App-Usage",
                        "{\"call_count\":3,\"total_time\":2,\"total_cputime\":1}"),
                "{\"data\":[]}");

        assertThat(place().fetch(inbox(), null).limits())
                .isEqualTo(new Limits(15, 100, null))
                .matches(Limits::isForRepliesOnly);
    }

    @Test
    void halfAnAnswerIsNone() {
        meta.fails(200, Map.of(), "{\"data\":[{\"id\":");
        assertThatThrownBy(() -> place().fetch(inbox(), null)).isInstanceOf(Fault.Broken.class);
        meta.fails(200, Map.of(), "{}");
        assertThatThrownBy(() -> place().fetch(inbox(), null)).isInstanceOf(Fault.Broken.class);
    }

    @Test
    void everythingIsReadWhereThatWasChosen() {
        comment("lately");
        tried.settings.putAll(new HashMap<>(Map.of("take", "all")));

        assertThat(pull(null).texts()).contains("lately");
    }

    Heard delivered(String body) {
        Delivery delivery =
                new Delivery("POST", Map.of(), Map.of(), body.getBytes(StandardCharsets.UTF_8), Instant.now());
        return ((Item.Read) place().interpret(inbox(), delivery).items().getFirst()).heard();
    }
}
