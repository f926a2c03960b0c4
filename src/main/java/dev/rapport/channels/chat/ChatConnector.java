package dev.rapport.channels.chat;

import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import dev.rapport.channels.spi.Setup;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A website's chat as a place to answer in. A reply has arrived once it lies where the visitor's browser fetches it: in the
 * outbox itself.
 */
@Component
class ChatConnector implements Connector {

    static final String KIND = "chat";
    static final String ORIGINS = "origins";
    static final String GREETING = "greeting";
    static final String MAILBOX = "mailbox";

    static final int LONGEST = 4_000;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Abilities abilities() {
        return new Abilities(false, true, true, false, LONGEST);
    }

    @Override
    public Optional<Setup> setup() {
        return Optional.of(new Setup(
                KIND,
                true,
                List.of(
                        new Setup.Field(ORIGINS, Setup.Kind.LINES, true),
                        Setup.optional(Setup.text(GREETING)),
                        new Setup.Field(MAILBOX, Setup.Kind.MAILBOX, false))));
    }

    @Override
    public Page fetch(Connection inbox, @Nullable Cursor after) {
        throw new UnsupportedOperationException("What visitors say comes by itself.");
    }

    @Override
    public Sent send(Connection inbox, Reply reply) {
        return new Sent(id(reply), null, reply.writtenAt());
    }

    @Override
    public Optional<Landing> find(Connection inbox, Reply reply) {
        return Optional.of(new Landing(true, send(inbox, reply)));
    }

    /** Websites are named as browsers name them. */
    @Override
    public Health probe(Connection inbox) {
        for (String origin : inbox.required(ORIGINS).split("\n", -1)) {
            if (!Origins.isOne(origin)) {
                throw new Fault.Refused("“" + origin + "” is not how a website is named: https://www.example.org");
            }
        }
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
