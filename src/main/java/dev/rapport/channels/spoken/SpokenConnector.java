package dev.rapport.channels.spoken;

import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The place where nobody writes: what is heard there is written down by whoever heard it, and a reply is the record of what
 * they said back. So a reply has arrived as soon as it is written, and there is nothing to fetch.
 */
@Component
class SpokenConnector implements Connector {

    @Override
    public String kind() {
        return "heard";
    }

    @Override
    public Abilities abilities() {
        return new Abilities(false, true, true, false, null);
    }

    @Override
    public Page fetch(Connection inbox, @Nullable Cursor after) {
        throw new UnsupportedOperationException("What is spoken is written down, not fetched.");
    }

    @Override
    public Sent send(Connection inbox, Reply reply) {
        return new Sent(id(reply), null, reply.writtenAt());
    }

    @Override
    public Optional<Landing> find(Connection inbox, Reply reply) {
        return Optional.of(new Landing(true, send(inbox, reply)));
    }

    @Override
    public Health probe(Connection inbox) {
        return Health.of(List.of());
    }

    @Override
    public Optional<String> idOf(Connection inbox, Reply reply) {
        return Optional.of(id(reply));
    }

    private static String id(Reply reply) {
        return "urn:uuid:" + reply.key();
    }
}
