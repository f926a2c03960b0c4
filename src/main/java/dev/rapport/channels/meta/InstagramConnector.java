package dev.rapport.channels.meta;

import dev.rapport.channels.http.Payloads;
import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Delivery;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Interpreted;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Receipt;
import dev.rapport.channels.spi.Receiver;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import dev.rapport.channels.spi.Setup;
import dev.rapport.channels.spi.Told;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An Instagram account that belongs to a business: comments below its pictures, and what is written to it. */
@Component
class InstagramConnector implements Receiver {

    static final String KIND = "instagram";
    static final String ACCOUNT = "account";

    private static final int LONGEST = 1_000;

    private final Graph graph;

    InstagramConnector(Graph graph) {
        this.graph = graph;
    }

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
                false,
                List.of(
                        Setup.text(ACCOUNT),
                        Setup.secret(Graph.TOKEN),
                        Setup.secret(MetaDoor.APP_SECRET),
                        Setup.made(MetaDoor.VERIFY))));
    }

    @Override
    public Optional<String> ourselves(Connection inbox) {
        return Optional.of(inbox.required(ACCOUNT));
    }

    @Override
    public Receipt receive(Connection inbox, Delivery delivery) {
        return MetaDoor.receive(inbox, delivery);
    }

    @Override
    public Interpreted interpret(Connection inbox, Delivery delivery) {
        String account = inbox.required(ACCOUNT);
        return MetaBatchReader.read(delivery, "instagram", new MetaBatchReader.Parts() {
            @Override
            public boolean isOurs(MetaBatch.Entry entry) {
                return entry.id().equals(account);
            }

            @Override
            public void change(MetaBatch.Change change, MetaBatchReader.Found found) {
                if (change.field().equals("comments")) {
                    InstagramComment comment = MetaBatchReader.value(change.value(), InstagramComment.class);
                    found.add(told(comment, delivery.receivedAt()).item());
                } else {
                    found.unknown("The field “" + change.field() + "” is not known here.");
                }
            }

            @Override
            public void direct(MetaBatch.Direct direct, MetaBatchReader.Found found) {
                MetaDirect.add(direct, KIND, found);
            }
        });
    }

    /** A comment is brought without a time: it was said when it came. */
    private static Told told(InstagramComment comment, Instant receivedAt) {
        InstagramComment.From from = comment.from();
        InstagramComment.Picture picture = comment.media();
        Author author = from == null
                ? Author.of(KIND, "unknown", null, null)
                : Author.of(KIND, from.id(), from.username(), null);
        return Told.by(author, comment.id(), receivedAt)
                .says(comment.text())
                .answering(comment.parentId())
                .within(picture == null ? null : "media:" + picture.id());
    }

    @Override
    public Page fetch(Connection inbox, @Nullable Cursor after) {
        throw new UnsupportedOperationException("Meta delivers; nothing is fetched.");
    }

    @Override
    public Sent send(Connection inbox, Reply reply) {
        boolean direct = reply.visibility() == Heard.Visibility.PRIVATE;
        String answered = reply.inReplyTo();
        if (!direct && answered == null) {
            throw new Fault.Refused("Only a comment can be answered in public.");
        }
        Graph.Made made = Payloads.of(
                direct
                        ? graph.post(
                                inbox,
                                "/" + inbox.required(ACCOUNT) + "/messages",
                                Map.of(
                                        "recipient", Map.of("id", reply.to().getFirst()),
                                        "message", Map.of("text", reply.text())))
                        : graph.post(inbox, "/" + answered + "/replies", Map.of("message", reply.text())),
                Graph.Made.class);
        String id = made.messageId() == null ? made.id() : made.messageId();
        if (id == null) {
            throw new Fault.Unsure("Meta took it and gave it no number.", new IllegalStateException("no id"));
        }
        return new Sent(id, null, reply.writtenAt());
    }

    @Override
    public Optional<Landing> find(Connection inbox, Reply reply) {
        return Optional.empty();
    }

    @Override
    public Health probe(Connection inbox) {
        return MetaProbe.of(graph, inbox, inbox.required(ACCOUNT), "username");
    }
}
