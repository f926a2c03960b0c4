package dev.rapport.channels.meta;

import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Delivery;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Receipt;
import dev.rapport.channels.spi.Receiver;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import dev.rapport.channels.spi.Setup;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the places of Meta have in common: they deliver, are proven in one way, and are answered through the graph. */
abstract sealed class MetaConnector implements Receiver
        permits FacebookConnector, InstagramConnector, WhatsAppConnector {

    private final String kind;
    private final String place;
    private final String shown;
    private final int longest;
    final Graph graph;

    /**
     * @param place the setting that holds the number of the page, account or phone
     * @param shown the field of it that a person recognises
     * @param longest characters of an answer
     */
    MetaConnector(Graph graph, String kind, String place, String shown, int longest) {
        this.graph = graph;
        this.kind = kind;
        this.place = place;
        this.shown = shown;
        this.longest = longest;
    }

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final Abilities abilities() {
        return new Abilities(false, true, true, false, longest);
    }

    @Override
    public final Optional<Setup> setup() {
        return Optional.of(new Setup(
                kind,
                false,
                List.of(
                        Setup.text(place),
                        Setup.secret(Graph.TOKEN),
                        Setup.secret(MetaDoor.APP_SECRET),
                        Setup.made(MetaDoor.VERIFY))));
    }

    @Override
    public final Optional<String> ourselves(Connection inbox) {
        return Optional.of(inbox.required(place));
    }

    @Override
    public final Receipt receive(Connection inbox, Delivery delivery) {
        return MetaDoor.receive(inbox, delivery);
    }

    @Override
    public final Page fetch(Connection inbox, @Nullable Cursor after) {
        throw new UnsupportedOperationException("Meta delivers; nothing is fetched.");
    }

    @Override
    public final Optional<Landing> find(Connection inbox, Reply reply) {
        return Optional.empty();
    }

    @Override
    public final Health probe(Connection inbox) {
        return MetaProbe.of(graph, inbox, inbox.required(place), shown);
    }

    /** What is said of an answer that Meta took; without a number nobody knows whether it did. */
    static Sent sent(@Nullable String id, Reply reply) {
        if (id == null) {
            throw new Fault.Unsure("Meta took it and gave it no number.", new IllegalStateException("no id"));
        }
        return new Sent(id, null, reply.writtenAt());
    }
}
