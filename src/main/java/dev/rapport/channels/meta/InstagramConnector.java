package dev.rapport.channels.meta;

import dev.rapport.channels.http.Payloads;
import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Delivery;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Interpreted;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import dev.rapport.channels.spi.Told;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An Instagram account that belongs to a business: comments below its pictures, and what is written to it. */
@Component
final class InstagramConnector extends MetaConnector {

    static final String KIND = "instagram";
    static final String ACCOUNT = "account";

    private static final int LONGEST = 1_000;

    InstagramConnector(Graph graph) {
        super(graph, KIND, ACCOUNT, "username", LONGEST, true);
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

    @Override
    List<MetaTree> trees(Connection inbox) {
        String account = inbox.required(ACCOUNT);
        return List.of(new InstagramPictures(account), MetaConversations.ofInstagram(account));
    }

    @Override
    Optional<MetaTree.Edge> answersTo(String comment) {
        return Optional.of(
                new MetaTree.Edge("/" + comment + "/replies", "fields", "id,from,text,timestamp", "limit", "50"));
    }

    /** @param at a comment is brought without a time: it was said when it came */
    static Told told(InstagramComment comment, Instant at) {
        InstagramComment.From from = comment.from();
        InstagramComment.Picture picture = comment.media();
        Author author = from == null
                ? Author.of(KIND, "unknown", null, null)
                : Author.of(KIND, from.id(), from.username(), null);
        return Told.by(author, comment.id(), at)
                .says(comment.text())
                .answering(comment.parentId())
                .within(picture == null ? null : "media:" + picture.id());
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
        return sent(made.number(), reply);
    }
}
