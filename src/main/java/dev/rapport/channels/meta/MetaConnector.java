package dev.rapport.channels.meta;

import dev.rapport.channels.paging.Cursors;
import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Delivery;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Receipt;
import dev.rapport.channels.spi.Receiver;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import dev.rapport.channels.spi.Setup;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the places of Meta have in common: they deliver, are proven in one way, and are answered through the graph. What was missed
 * is fetched where Meta has an interface for it. The setting {@code take} (new, latest, all) says where that begins.
 */
abstract sealed class MetaConnector implements Receiver
        permits FacebookConnector, InstagramConnector, WhatsAppConnector {

    /** Deliveries come at once; the fetching only looks after them. */
    private static final Duration REST = Duration.ofMinutes(10);

    private final String kind;
    private final String place;
    private final String shown;
    private final int longest;
    private final boolean pulls;
    final Graph graph;

    /**
     * @param place the setting that holds the number of the page, account or phone
     * @param shown the field of it that a person recognises
     * @param longest characters of an answer
     * @param pulls whether what was missed can be fetched
     */
    MetaConnector(Graph graph, String kind, String place, String shown, int longest, boolean pulls) {
        this.pulls = pulls;
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
        return new Abilities(pulls, true, true, false, longest);
    }

    @Override
    public final Optional<Duration> rest(Connection inbox) {
        return Optional.of(REST);
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
        if (!pulls) {
            throw new UnsupportedOperationException("It delivers; nothing can be fetched.");
        }
        return history(inbox).next(Cursors.read(after, MetaCursor.class, MetaCursor.START));
    }

    @Override
    public final Item again(Connection inbox, Item.Unreadable kept) {
        return history(inbox).again(kept);
    }

    private MetaHistory history(Connection inbox) {
        return new MetaHistory(graph, inbox, trees(inbox));
    }

    /** What can be read of the place afterwards. */
    List<MetaTree> trees(Connection inbox) {
        return List.of();
    }

    /** An answer to a comment is looked for below it; of a direct message nobody can tell. */
    @Override
    public final Optional<Landing> find(Connection inbox, Reply reply) {
        String answered = reply.inReplyTo();
        return answered == null || reply.visibility() == Heard.Visibility.PRIVATE
                ? Optional.empty()
                : answersTo(answered)
                        .flatMap(edge -> FindsAnswers.find(graph, inbox, inbox.required(place), edge, reply));
    }

    /** Where the answers to a comment are; empty where there are no comments. */
    Optional<MetaTree.Edge> answersTo(String comment) {
        return Optional.empty();
    }

    @Override
    public final Health probe(Connection inbox) {
        return MetaProbe.of(graph, inbox, inbox.required(place), shown, trees(inbox));
    }

    /** What is said of an answer that Meta took; without a number nobody knows whether it did. */
    static Sent sent(@Nullable String id, Reply reply) {
        if (id == null) {
            throw new Fault.Unsure("Meta took it and gave it no number.", new IllegalStateException("no id"));
        }
        return new Sent(id, null, reply.writtenAt());
    }
}
