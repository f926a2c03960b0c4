package dev.rapport.channels.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.PublicAddresses;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.ConnectorContract;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Reply;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.OutsideHosts;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodebbConnectorTests extends ConnectorContract {

    private final NodebbStub forum = new NodebbStub();
    private final NodebbConnector connector = new NodebbConnector(
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
        return inbox(forum.address(), NodebbStub.GOOD);
    }

    @Override
    protected Connection inboxWithExpiredKey() {
        return inbox(forum.address(), "old-token");
    }

    @Override
    protected Connection inboxThatSaysNothing() throws Exception {
        ServerSocket silent = new ServerSocket(0);
        return inbox("http://127.0.0.1:" + silent.getLocalPort(), NodebbStub.GOOD);
    }

    @Override
    protected void say(String text) {
        forum.say(text);
    }

    @Override
    protected void sayBroken() {
        forum.say("broken").put("timestamp", "some day");
    }

    @Override
    protected int received(Reply reply) {
        return (int) forum.posts.stream()
                .filter(post -> post.path("content").asString().equals(reply.text()))
                .count();
    }

    @Override
    protected String somebody() {
        return "tomas";
    }

    /** Everything here is an answer to a post. */
    @Override
    protected Reply reply(String text) {
        Reply plain = super.reply(text);
        long parent = forum.say("The keys are soft").path("pid").asLong();
        return new Reply(
                UUID.randomUUID(),
                plain.to(),
                null,
                text,
                Long.toString(parent),
                List.of(),
                null,
                Heard.Visibility.PUBLIC,
                Instant.ofEpochMilli(1_930_000_000_000L));
    }

    @Test
    void moreThanAPageOfNewsIsReadCompletely() {
        forum.say("first");
        var cursor = pull(null).cursor();
        for (int i = 0; i < 55; i++) {
            forum.say("news " + i);
        }

        assertThat(pull(cursor).texts()).hasSize(55).startsWith("news 0").endsWith("news 54");
    }

    @Test
    void replyWithoutANumberIsPendingAndNotPosted() {
        forum.moderates = true;

        assertThatThrownBy(() -> connector.send(inbox(), reply("Sorry")))
                .asInstanceOf(type(Fault.Unsure.class))
                .matches(Fault.Unsure::isPending);
        assertThat(connector.find(inbox(), reply("Sorry"))).isEmpty();
    }

    @Test
    void keyOfSomebodyElseIsSaid() {
        Connection other = new Connection(
                new InboxId(1),
                "Forum",
                Map.of("server", forum.address(), "username", "somebody"),
                Map.of("token", NodebbStub.GOOD));

        assertThat(connector.probe(other).works()).isFalse();
    }

    private static Connection inbox(String server, String token) {
        return new Connection(
                new InboxId(1), "Forum", Map.of("server", server, "username", "solvane"), Map.of("token", token));
    }

    @Override
    protected boolean beginsWithTheNewest() {
        return true;
    }
}
