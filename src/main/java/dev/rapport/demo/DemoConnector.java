package dev.rapport.demo;

import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Plays every network of the world: a reply arrives at once, is shown as arrived, and never leaves this process. Now and then
 * whoever it was written to answers. What people say comes by {@link KeepsTalking}, so there is nothing to fetch.
 */
@Component
@WhenDemo
class DemoConnector implements Connector {

    static final String KIND = "demo";

    private static final Cursor NOWHERE = new Cursor("{}");

    private final WritesBack writesBack;
    private final Clock clock;

    DemoConnector(WritesBack writesBack, Clock clock) {
        this.writesBack = writesBack;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Abilities abilities() {
        return new Abilities(false, true, true, false, null);
    }

    @Override
    public Page fetch(Connection inbox, @Nullable Cursor after) {
        return new Page(List.of(), Objects.requireNonNullElse(after, NOWHERE), false);
    }

    @Override
    public Sent send(Connection inbox, Reply reply) {
        writesBack.to(reply);
        return new Sent(remoteId(reply), null, clock.instant());
    }

    /** Nothing is ever under way to anywhere, so what nobody wrote down may be sent again. */
    @Override
    public Optional<Landing> find(Connection inbox, Reply reply) {
        return Optional.of(new Landing(false, null));
    }

    @Override
    public Optional<String> idOf(Connection inbox, Reply reply) {
        return Optional.of(remoteId(reply));
    }

    @Override
    public Health probe(Connection inbox) {
        return Health.of(List.of());
    }

    private static String remoteId(Reply reply) {
        return "demo:" + reply.key();
    }
}
