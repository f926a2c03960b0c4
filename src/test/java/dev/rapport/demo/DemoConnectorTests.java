package dev.rapport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Heard.Visibility;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Reply;
import dev.rapport.shared.InboxId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.json.JsonMapper;

class DemoConnectorTests {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Connection INBOX = new Connection(new InboxId(1), "Care mail", Map.of(), Map.of());

    private final WorldFiles files = new WorldFiles(JsonMapper.builder().build());
    private final List<Reply> written = new ArrayList<>();
    private final DemoConnector connector = new DemoConnector(
            new WritesBack(
                    files, new Town(files), new StaticListableBeanFactory().getBeanProvider(KeepsTalking.class)) {
                @Override
                void to(Reply reply) {
                    written.add(reply);
                }
            },
            Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void replyArrivesAtOnceUnderTheIdItWasPromised() {
        Reply reply = reply("m46");

        assertThat(connector.send(INBOX, reply).remoteId())
                .isEqualTo(connector.idOf(INBOX, reply).orElseThrow());
        assertThat(written).containsExactly(reply);
    }

    @Test
    void nothingIsFetchedAndNothingIsSaidToHaveArrivedUnseen() {
        assertThat(connector.fetch(INBOX, null).items()).isEmpty();
        assertThat(connector.fetch(INBOX, null).more()).isFalse();
        assertThat(connector.find(INBOX, reply("m46"))).contains(new Landing(false, null));
        assertThat(connector.probe(INBOX).works()).isTrue();
    }

    @Test
    void everyInboxCanBeAnsweredInPublicAndInPrivate() {
        assertThat(connector.abilities().reply()).isTrue();
        assertThat(connector.abilities().privateReply()).isTrue();
        assertThat(connector.abilities().pull()).isFalse();
    }

    private static Reply reply(String answered) {
        return new Reply(
                UUID.randomUUID(), List.of(), null, "Words", answered, List.of(), null, Visibility.PUBLIC, NOON);
    }
}
