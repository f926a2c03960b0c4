package dev.rapport.channels.meta;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.http.Payloads;
import dev.rapport.channels.meta.MetaCursor.Below;
import dev.rapport.channels.meta.MetaCursor.Mark;
import dev.rapport.channels.meta.MetaCursor.Round;
import dev.rapport.channels.paging.Cursors;
import dev.rapport.channels.paging.From;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.text.Fingerprint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a place of Meta said since the last round, with one call a page. What Meta declines, a tree the token has no right
 * to or a thing that is gone, is no reason to leave the rest unread.
 */
final class MetaHistory {

    private static final Duration LATEST = Duration.ofDays(1);
    private static final String TREE = "tree";
    private static final String THING = "thing";
    private static final String SAID = "said";

    private final Graph graph;
    private final Connection inbox;
    private final List<MetaTree> trees;

    MetaHistory(Graph graph, Connection inbox, List<MetaTree> trees) {
        this.graph = graph;
        this.inbox = inbox;
        this.trees = trees;
    }

    Page next(MetaCursor cursor) {
        Round under = cursor.round();
        Round round = under == null
                ? Round.of(
                        graph.now().getEpochSecond(),
                        trees.stream().map(MetaTree::name).toList())
                : under;
        MetaTree tree = tree(round.tree());
        Mark known = cursor.marks().getOrDefault(tree.name(), new Mark(beginning(round), List.of()));
        return round.below().isEmpty() ? listed(cursor, round, tree, known) : below(cursor, round, tree, known);
    }

    /** Whether each of the trees can be read; the first that cannot says why. */
    void check() {
        trees.forEach(tree -> ask(tree.list(), null));
    }

    /** What was kept because it could not be read, read once more. */
    Item again(Item.Unreadable kept) {
        return Payloads.again(kept, this::read);
    }

    private Page listed(MetaCursor cursor, Round round, MetaTree tree, Mark known) {
        Answer answer;
        try {
            answer = ask(tree.list(), round.back());
        } catch (Fault.Refused declined) {
            return declined(cursor, round, declined);
        }
        List<JsonNode> things = parts(answer);
        List<JsonNode> said =
                things.stream().flatMap(one -> tree.message(one).stream()).toList();
        List<Below> found = things.stream()
                .filter(one -> !id(one).isEmpty() && tree.hasNews(one, known.since()))
                .filter(one -> tree.state(one).isEmpty() || !tree.state(one).equals(cursor.state(id(one))))
                .map(one -> Below.of(id(one)))
                .toList();
        Map<String, String> states = new HashMap<>();
        things.forEach(one -> tree.state(one).ifPresent(state -> states.put(id(one), state)));
        boolean isOld = things.stream().anyMatch(one -> isOld(tree.listedAt(one), known));
        Round next = round.listed(isOld ? null : older(answer, round.back()), found, met(tree, said, round));
        MetaCursor seen = states.isEmpty() ? cursor : cursor.seeing(states, round.back() == null);
        return page(items(tree, "", fresh(tree, said, known)), seen.with(next), answer);
    }

    private Page below(MetaCursor cursor, Round round, MetaTree tree, Mark known) {
        Below present = round.below().getFirst();
        Answer answer;
        try {
            answer = ask(tree.below(present.thing()), present.back());
        } catch (Fault.Refused declined) {
            return page(cursor.with(round.refused()));
        }
        List<JsonNode> said = parts(answer).stream()
                .flatMap(part -> tree.messages(part).stream())
                .toList();
        boolean isOver = present.page() + 1 >= tree.pages()
                || tree.isFlat() && said.stream().anyMatch(one -> isOld(tree.saidAt(one), known));
        Round next = round.read(isOver ? null : older(answer, present.back()), met(tree, said, round));
        return page(items(tree, present.thing(), fresh(tree, said, known)), cursor.with(next), answer);
    }

    private static Page declined(MetaCursor cursor, Round round, Fault.Refused declined) {
        if (round.back() != null && !round.wasAgain()) {
            return page(cursor.with(round.listAgain()));
        }
        MetaCursor next = cursor.without(round);
        if (next.round() == null && !round.wasHeard()) {
            throw declined;
        }
        return page(next);
    }

    private static Page page(MetaCursor next) {
        return new Page(List.of(), Cursors.of(next), next.round() != null);
    }

    private Page page(List<Item> items, MetaCursor next, Answer answer) {
        return new Page(items, Cursors.of(next), next.round() != null, GraphUsage.limits(answer, graph.now()));
    }

    /** Oldest first, without what is known. */
    private static List<JsonNode> fresh(MetaTree tree, List<JsonNode> said, Mark known) {
        return said.reversed().stream()
                .filter(one -> !isOld(tree.saidAt(one), known))
                .filter(one -> !known.known().contains(print(tree, one)))
                .sorted(Comparator.comparingLong(tree::saidAt))
                .toList();
    }

    private List<Item> items(MetaTree tree, String thing, List<JsonNode> said) {
        return said.stream().map(one -> item(tree, thing, one)).toList();
    }

    private Item item(MetaTree tree, String thing, JsonNode said) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        whole.put(TREE, tree.name()).put(THING, thing).set(SAID, said);
        return Payloads.item(tree.id(said), whole, this::read);
    }

    private Item read(JsonNode whole) {
        return tree(whole.path(TREE).asString("")).read(whole.path(THING).asString(""), whole.path(SAID));
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asString("");
    }

    private static List<String> met(MetaTree tree, List<JsonNode> said, Round round) {
        return said.stream()
                .filter(one -> tree.saidAt(one) == 0 || tree.saidAt(one) >= round.mark())
                .map(one -> print(tree, one))
                .toList();
    }

    /** By which a message is known again in a cursor, where nobody who is erased is looked for. */
    private static String print(MetaTree tree, JsonNode said) {
        return Fingerprint.of(tree.id(said));
    }

    private static boolean isOld(long time, Mark known) {
        return time > 0 && time < known.since();
    }

    private Answer ask(MetaTree.Edge edge, @Nullable String after) {
        String[] query = after == null
                ? edge.query()
                : Stream.concat(Stream.of(edge.query()), Stream.of("after", after))
                        .toArray(String[]::new);
        return graph.get(inbox, edge.path(), query);
    }

    private static List<JsonNode> parts(Answer answer) {
        JsonNode data = answer.json().path("data");
        if (!data.isArray()) {
            throw new Fault.Broken("Meta's answer is no list.");
        }
        List<JsonNode> all = new ArrayList<>();
        data.forEach(all::add);
        return all;
    }

    /** A list ends where there is no address of a next page, whatever cursor stands beside it. */
    private static @Nullable String older(Answer answer, @Nullable String present) {
        JsonNode paging = answer.json().path("paging");
        String after = paging.path("cursors").path("after").asString("");
        return after.isEmpty() || after.equals(present) || paging.path("next").isMissingNode() ? null : after;
    }

    private MetaTree tree(String name) {
        return trees.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Fault.Broken("Nothing called “" + name + "” is read here."));
    }

    private long beginning(Round round) {
        return switch (From.of(inbox)) {
            case NOW -> round.began();
            case LATEST -> round.began() - LATEST.toSeconds();
            case BEGINNING -> 0;
        };
    }
}
