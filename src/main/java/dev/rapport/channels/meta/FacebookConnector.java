package dev.rapport.channels.meta;

import dev.rapport.channels.http.Payloads;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Delivery;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Interpreted;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import dev.rapport.channels.spi.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A Facebook Page: posts and comments of visitors, and what is written to it by Messenger. */
@Component
final class FacebookConnector extends MetaConnector {

    static final String KIND = "facebook";
    static final String PAGE = "page";

    private static final int LONGEST = 2_000;

    /** Nobody said anything by these. */
    private static final Set<String> SILENT = Set.of("reaction", "like", "event", "share");

    private static final Set<String> WORDS = Set.of("comment", "post", "status", "photo", "video", "link");

    FacebookConnector(Graph graph) {
        super(graph, KIND, PAGE, "name", LONGEST, true);
    }

    @Override
    public Interpreted interpret(Connection inbox, Delivery delivery) {
        String page = inbox.required(PAGE);
        return MetaBatchReader.read(delivery, "page", new MetaBatchReader.Parts() {
            @Override
            public boolean isOurs(MetaBatch.Entry entry) {
                return entry.id().equals(page);
            }

            @Override
            public void change(MetaBatch.Change change, MetaBatchReader.Found found) {
                if (change.field().equals("feed")) {
                    add(MetaBatchReader.value(change.value(), FacebookFeed.class), found);
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

    private static void add(FacebookFeed feed, MetaBatchReader.Found found) {
        String item = String.valueOf(feed.item());
        if (SILENT.contains(item)) {
            return;
        }
        if (!WORDS.contains(item)) {
            found.unknown("A change of kind “" + item + "” is not known here.");
            return;
        }
        Told told = FacebookWords.delivered(feed);
        String words = String.valueOf(feed.message());
        found.add(
                switch (String.valueOf(feed.verb())) {
                    case "remove", "hide" -> told.deleted().item();
                    case "edit", "edited" ->
                        told.edited("e" + Integer.toHexString(words.hashCode())).item();
                    default -> told.item();
                });
    }

    @Override
    List<MetaTree> trees(Connection inbox) {
        String page = inbox.required(PAGE);
        return List.of(new FacebookPosts(page), MetaConversations.ofMessenger(page));
    }

    @Override
    Optional<MetaTree.Edge> answersTo(String comment) {
        String fields = "id,from,message,created_time";
        return Optional.of(new MetaTree.Edge(
                "/" + comment + "/comments", "order", "reverse_chronological", "fields", fields, "limit", "100"));
    }

    /** A comment is answered below it, a direct message directly; Meta allows the latter for a day. */
    @Override
    public Sent send(Connection inbox, Reply reply) {
        boolean direct = reply.visibility() == Heard.Visibility.PRIVATE;
        String answered = reply.inReplyTo();
        if (!direct && answered == null) {
            throw new Fault.Refused("Only a post or comment can be answered in public.");
        }
        Graph.Made made = Payloads.of(
                direct
                        ? graph.post(
                                inbox,
                                "/" + inbox.required(PAGE) + "/messages",
                                Map.of(
                                        "messaging_type", "RESPONSE",
                                        "recipient", Map.of("id", reply.to().getFirst()),
                                        "message", Map.of("text", reply.text())))
                        : graph.post(inbox, "/" + answered + "/comments", Map.of("message", reply.text())),
                Graph.Made.class);
        String number = made.number();
        return sent(number == null || direct ? number : FacebookWords.comment(number), reply);
    }
}
